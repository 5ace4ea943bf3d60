package import TaskSequence
package import TestSupport

/// An export as a console writes it (Sources/Containers/FACTS.md).
///
/// Sequences with their lists, other objects, the manifest; people, sites and ids are invented.
package struct ExportSpecimen {
  package var sequences: [Sequence] = []
  package var packages: [(id: String, name: String)] = []

  package init() {}

  package struct Sequence {
    package var id: String
    package var name: String
    package var xml: String
    package var references: [RecordedReference] = []
    package var bootImage = ""
    /// When the site wrote it last.
    package var refreshed = "20240301080000.000000+000"
    package var count: Int?

    package init(_ id: String, _ name: String, _ xml: String) {
      (self.id, self.name, self.xml) = (id, name, xml)
    }

    private func property(_ name: String, _ value: String, _ type: String = "string") -> String {
      let text = value.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      return """
          <PROPERTY NAME="\(name)" CLASSORIGIN="SMS_PackageBaseclass" TYPE="\(type)">
            <QUALIFIER NAME="CIMTYPE" PROPAGATED="true" TYPE="string" TOINSTANCE="true">
              <VALUE>\(type)</VALUE>
            </QUALIFIER>
            <VALUE>\(text)</VALUE>
          </PROPERTY>

        """
    }

    /// `object.xml`.
    package var object: [UInt8] {
      let array = references.map(Self.recorded).joined()
      let values =
        references.isEmpty
        ? "" : "    <VALUE.OBJECTARRAY>\n\(array)    </VALUE.OBJECTARRAY>\n"
      let text =
        "<INSTANCE CLASSNAME=\"SMS_TaskSequencePackage\">\n" + property("BootImageID", bootImage)
        + property("Description", "") + property("LastRefreshTime", refreshed, "datetime")
        + property("Name", name) + property("PackageID", id)
          + """
            <PROPERTY.OBJECTARRAY NAME="References" CLASSORIGIN="SMS_TaskSequencePackage" REFERENCECLASS="SMS_TaskSequence_Reference">
              <QUALIFIER NAME="CIMTYPE" PROPAGATED="true" TYPE="string" TOINSTANCE="true">
                <VALUE>object:SMS_TaskSequence_Reference</VALUE>
              </QUALIFIER>
          \(values)  </PROPERTY.OBJECTARRAY>

          """ + property("ReferencesCount", "\(count ?? references.count)", "uint32") + """
            <PROPERTY NAME="Sequence" CLASSORIGIN="SMS_TaskSequencePackage" TYPE="string">
              <QUALIFIER NAME="CIMTYPE" PROPAGATED="true" TYPE="string" TOINSTANCE="true">
                <VALUE>string</VALUE>
              </QUALIFIER>
              <VALUE><![CDATA[\(xml)
          ]]></VALUE>
            </PROPERTY>
          </INSTANCE>
          """
      return Array(text.replacing("\n", with: "\r\n").utf8)
    }

    private static func recorded(_ reference: RecordedReference) -> String {
      func system(_ name: String, _ value: String = "", _ type: String = "string") -> String {
        let start =
          "          <PROPERTY NAME=\"__\(name)\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"\(type)\">"
        return value.isEmpty
          ? "\(start)</PROPERTY>"
          : "\(start)\n            <VALUE>\(value)</VALUE>\n          </PROPERTY>"
      }
      func own(_ name: String, _ value: String, _ type: String) -> String {
        """
                  <PROPERTY NAME="\(name)" CLASSORIGIN="SMS_TaskSequence_Reference" TYPE="\(type)">
                    <QUALIFIER NAME="CIMTYPE" PROPAGATED="true" TYPE="string" TOINSTANCE="true">
                      <VALUE>\(type)</VALUE>
                    </QUALIFIER>
                    <VALUE>\(value)</VALUE>
                  </PROPERTY>
        """
      }
      let name = "SMS_TaskSequence_Reference"
      return [
        "      <VALUE.OBJECT>", "        <INSTANCE CLASSNAME=\"\(name)\">", system("PATH"),
        system("NAMESPACE"), system("SERVER"),
        "          <PROPERTY.ARRAY NAME=\"__DERIVATION\" CLASSORIGIN=\"___SYSTEM\" TYPE=\"string\">",
        "            <VALUE.ARRAY></VALUE.ARRAY>", "          </PROPERTY.ARRAY>",
        system("PROPERTY_COUNT", "3", "sint32"), system("RELPATH"), system("DYNASTY", name),
        system("SUPERCLASS"), system("CLASS", name), system("GENUS", "2", "sint32"),
        own("Package", reference.id, "string"), own("Program", reference.program, "string"),
        own("Type", reference.isApplication ? "1" : "0", "uint32"), "        </INSTANCE>",
        "      </VALUE.OBJECT>", "",
      ].joined(separator: "\n")
    }

    /// One of the two lists, with everything a site knows of the objects.
    package func list(_ kind: ExportedList.Kind) -> [UInt8] {
      let names =
        " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
        + "xmlns:xsd=\"http://www.w3.org/2001/XMLSchema\""
      let empty = Array("\u{FEFF}<ArrayOfString\(names) />".utf8)
      guard let list = try? ExportedList(empty) else { return empty }
      return list.naming(references, kind, of: id) { id in
        var object = ExportedObject(id: id, name: "Name of \(id)", version: "1.0", type: 0)
        object.description = "What \(id) is for & more"
        object.numbers = ExportedObject.Numbers(item: "16777\(id.utf8.count)", package: "ABC00900")
        return object
      }.file
    }
  }

  /// What the archive holds, in the order of a console.
  package var items: [ZipItem] {
    var items: [ZipItem] = []
    func add(_ name: String, _ text: String) { items.append(Self.item(name, Array(text.utf8))) }
    for (id, name) in packages {
      add(
        "SMS_Package/\(id)/object.xml",
        "<INSTANCE CLASSNAME=\"SMS_Package\"><PROPERTY NAME=\"Name\"><VALUE>"
          + name.replacing("&", with: "&amp;") + "</VALUE></PROPERTY>"
          + "<PROPERTY NAME=\"PackageID\"><VALUE>\(id)</VALUE></PROPERTY></INSTANCE>")
    }
    add("SMS_TaskSequencePackage/USERSTATE_MIGRATION_PACKAGE.xml", "<string>ABC00001</string>")
    for sequence in sequences {
      let folder = "SMS_TaskSequencePackage/\(sequence.id)/"
      items.append(Self.item(folder + "object.xml", sequence.object))
      for kind in ExportedList.Kind.allCases {
        items.append(Self.item(folder + kind.fileName, sequence.list(kind)))
      }
    }
    items.insert(Self.item("_rels/.rels", Array("<Relationships/>".utf8)), at: 1)
    add("Manifest.xml", "\u{FEFF}<LibraryDocument />")
    add("[Content_Types].xml", "\u{FEFF}<?xml version=\"1.0\"?><Types/>")
    return items
  }

  private static func item(_ name: String, _ content: [UInt8]) -> ZipItem {
    var item = ZipItem(name, content)
    item.localExtra = [0x20, 0xA2, 24, 0, 0x28, 0xA0, 20, 0] + Array(repeating: 0, count: 20)
    return item
  }

  /// The archive, stored as a console's or deflated as others'.
  package func bytes(isDeflated: Bool = false) -> [UInt8] {
    var recipe = ZipRecipe(items)
    for index in recipe.entries.indices { recipe.entries[index].isDeflated = isDeflated }
    return recipe.bytes
  }

  /// A parent that runs a child and a package, and the child, which installs an application.
  package static let family: ExportSpecimen = {
    var specimen = ExportSpecimen()
    specimen.packages = [("ABC00021", "Scripts & tools"), ("ABC00022", "Asset data")]
    var parent = Sequence("ABC00100", "Windows 11", command("Run scripts", "ABC00021", child: true))
    parent.references = [
      RecordedReference(id: "ABC00005", program: "*", isApplication: false),
      RecordedReference(id: "ABC00021", program: "*", isApplication: false),
      RecordedReference(id: "ABC00101", program: "*", isApplication: false),
    ]
    parent.bootImage = "ABC00005"
    parent.count = 0
    var child = Sequence("ABC00101", "Software", application)
    child.references = [
      RecordedReference(id: "ABC00022", program: "*", isApplication: false),
      RecordedReference(id: model, program: "", isApplication: true),
    ]
    child.refreshed = "20190301080000.000000+000"
    specimen.sequences = [parent, child]
    return specimen
  }()

  /// The model name of the application of the family.
  package static let model =
    "ScopeId_11111111-2222-3333-4444-555555555555/Application_66666666-7777-8888-9999-000000000000"

  /// A step that runs a command of a package.
  package static func step(_ name: String, _ package: String) -> String {
    """
    <step type="SMS_TaskSequence_RunCommandLineAction" name="\(name)"><action>smsswd.exe \
    /run:\(package) run.cmd</action><defaultVarList><variable name="CommandLine" \
    property="CommandLine" hidden="true">run.cmd</variable><variable name="PackageID" \
    property="PackageID" hidden="true">\(package)</variable></defaultVarList></step>
    """
  }

  private static func command(_ name: String, _ package: String, child: Bool) -> String {
    """
    <sequence version="3.10"><referenceList><reference package="\(package)"/>\
    <reference package="ABC00101" program="*"/></referenceList>\(step(name, package))\
    <subtasksequence name="Software"><action>smstsrunchild.exe</action><defaultVarList>\
    <variable name="OSDSubTasksequencePackageID" property="TsPackageID">ABC00101</variable>\
    <variable name="OSDSubTasksequenceTsName" property="TsName">Software</variable>\
    </defaultVarList></subtasksequence></sequence>
    """
  }

  private static let application = """
    <sequence version="3.10"><referenceList><reference package="ABC00022"/>\
    <reference application="\(model)"/></referenceList>\(step("Asset data", "ABC00022"))\
    <step type="SMS_TaskSequence_InstallApplicationAction" name="Mail"><action>smsappinstall.exe \
    /app:\(model)</action><defaultVarList><variable name="ApplicationName" property="AppInfo" \
    hidden="true">\(model)</variable></defaultVarList></step></sequence>
    """
}
