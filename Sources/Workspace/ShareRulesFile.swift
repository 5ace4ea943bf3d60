import ObjectCatalog
import Storage
import XMLTree

/// The rules of the deployment share around a sequence, `CustomSettings.ini`.
package enum ShareRulesFile {
  /// Their text; nil where there is no share, or none in it.
  package static func text(around path: String) -> String? {
    for folder in DeploymentShare.candidates(around: Path.absolute(path)) {
      // The share lies on Windows; its files may come in any capitals.
      let name = Folder.names(in: folder).first { $0.lowercased() == "customsettings.ini" }
      guard let name, let bytes = try? AtomicFile.read("\(folder)/\(name)") else { continue }
      return String(decoding: FileText(bytes)?.text ?? bytes, as: UTF8.self)
    }
    return nil
  }
}
