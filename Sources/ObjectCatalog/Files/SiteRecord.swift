package import TaskSequence

/// An object as a site tells it: the properties that count of a row of the AdminService, of a cmdlet's
/// output or of tsedit's own file.
///
/// Names of classes and properties are those of a site (FACTS.md, “Rows of a site”). Which class a row
/// is of stands in the answer around it; where a script kept the rows alone, the properties tell.
struct SiteRecord {
  private var values: [Field: String] = [:]
  /// The ids of the objects it cannot do without.
  var needs: [String] = []
  let line: Int

  init(line: Int) { self.line = line }

  /// The properties that count.
  enum Field: String {
    case kind, id, name, version, remark, folder
    case odatatype = "@odata.type"
    case smsproviderobjectpath, __class
    case packageid, packagename, packagetype, programname
    case modelname, localizeddisplayname, softwareversion
    case isenabled, isexpired, issuperseded
    case bootimage, bootimageid, tsenabled
  }

  /// Takes a property over, if it counts.
  static func field(_ name: String) -> Field? {
    // Names longer than the longest that counts are most of a row.
    name.utf8.count <= 21 ? Field(rawValue: name.lowercased()) : nil
  }

  subscript(field: Field) -> String? {
    get { values[field] }
    set { values[field] = newValue }
  }

  /// The object; `className` is what stands around the row, the file's name if need be.
  func object(_ className: String?) throws(CatalogFault) -> CatalogObject {
    if let kind = values[.kind] { return try ownObject(kind) }
    let kind = try siteKind(className)
    let id = kind == .application ? values[.modelname] : values[.packageid]
    guard let id, !id.isEmpty else {
      let property = kind == .application ? "ModelName" : "PackageID"
      throw CatalogFault(line: line, "a row of \(kind.label)s has no \(property)")
    }
    if kind == .program {
      let name = values[.programname] ?? ""
      return CatalogObject(
        kind: kind, id: CatalogObject.programID(id, name), name: values[.packagename] ?? "")
    }
    let name = values[.localizeddisplayname] ?? values[.name] ?? ""
    return childFacts(
      of: CatalogObject(
        kind: kind, id: id, name: name,
        version: values[.softwareversion] ?? values[.version] ?? "", remark: siteRemark))
  }

  private func ownObject(_ word: String) throws(CatalogFault) -> CatalogObject {
    guard let kind = ReferenceKind(named: word) else {
      let kinds = ReferenceKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw CatalogFault(line: line, "there is no kind '\(word)'; there are \(kinds)")
    }
    guard let id = values[.id], !id.isEmpty else {
      throw CatalogFault(line: line, "an object has no id")
    }
    return childFacts(
      of: CatalogObject(
        kind: kind, id: id, name: values[.name] ?? "", version: values[.version] ?? "",
        remark: values[.remark] ?? "", folder: values[.folder] ?? "",
        needs: needs))
  }

  /// An object with what a step that runs it has to know, where it is a task sequence.
  private func childFacts(of object: CatalogObject) -> CatalogObject {
    guard object.kind == .taskSequence else { return object }
    var object = object
    object.bootImage = values[.bootimageid] ?? values[.bootimage] ?? ""
    switch values[.tsenabled]?.lowercased() {
    case "true": object.isEnabled = true
    case "false": object.isEnabled = false
    default: object.isEnabled = object.remark.isEmpty ? nil : false
    }
    if object.isEnabled == false, object.remark.isEmpty { object.remark = "disabled" }
    return object
  }

  private var siteRemark: String {
    func says(_ field: Field, _ word: String) -> Bool { values[field]?.lowercased() == word }
    return [
      says(.isexpired, "true") ? "retired" : "",
      says(.issuperseded, "true") ? "superseded" : "",
      says(.isenabled, "false") ? "disabled" : "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  // MARK: Kinds

  fileprivate static let classes: [String: ReferenceKind] = [
    "sms_package": .package, "sms_program": .program, "sms_imagepackage": .osImage,
    "sms_operatingsysteminstallpackage": .osUpgradePackage, "sms_bootimagepackage": .bootImage,
    "sms_driverpackage": .driverPackage, "sms_applicationlatest": .application,
    "sms_application": .application, "sms_tasksequencepackage": .taskSequence,
  ]

  /// The class in a context such as `…$metadata#SMS_Package(Name,PackageID)`, a path such as
  /// `SMS_Package.PackageID="ABC00001"`, or the name of a file.
  static func className(in text: String) -> String? {
    guard let start = text.lowercased().ranges(of: "sms_").last?.lowerBound else { return nil }
    return String(text.lowercased()[start...].prefix { $0.isLetter || $0 == "_" })
  }

  private func siteKind(_ around: String?) throws(CatalogFault) -> ReferenceKind {
    let named = [
      values[.odatatype], values[.__class], values[.smsproviderobjectpath], around,
    ]
    for text in named {
      if let name = text.flatMap(Self.className), let kind = Self.classes[name] { return kind }
    }
    if values[.modelname] != nil { return .application }
    if values[.programname] != nil { return .program }
    if let kind = values[.packagetype].flatMap({ Int($0) }).flatMap(ReferenceKind.init(ofType:)) {
      return kind
    }
    throw CatalogFault(
      line: line,
      "it does not say what kind of object this is; keep PackageType in the rows, or name the file "
        + "after the class, such as SMS_Package.json")
  }
}

extension ReferenceKind {
  /// The `PackageType` of a site for objects with a package id of their own.
  package var packageType: Int? {
    switch self {
    case .package: 0
    case .driverPackage: 3
    case .taskSequence: 4
    case .osImage: 257
    case .bootImage: 258
    case .osUpgradePackage: 259
    default: nil
    }
  }

  /// A kind by tsedit's name, by its label or by the class of a site, however capitalised.
  package init?(named word: String) {
    let wanted = word.lowercased()
    let kind = Self.allCases.first {
      $0.rawValue.lowercased() == wanted || $0.label.lowercased() == wanted
    }
    guard let kind = kind ?? SiteRecord.classes[wanted] else { return nil }
    self = kind
  }

  /// The kind of a `PackageType` or `ObjectType` of a site (FACTS.md, “Types of objects”).
  init?(ofType number: Int) {
    switch number {
    case 0: self = .package
    case 3: self = .driverPackage
    case 4: self = .taskSequence
    case 257: self = .osImage
    case 258: self = .bootImage
    case 259: self = .osUpgradePackage
    case 512: self = .application
    default: return nil
    }
  }
}
