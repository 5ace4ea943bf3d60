import Glibc
import Storage

/// The nearest `tsedit.toml` above a sequence, which states what is known of its site.
package enum SiteFile {
  static let name = "tsedit.toml"

  /// Its path, from the folder of a file upwards; nil where there is none.
  package static func path(around file: String) -> String? {
    var folder = Path.folder(of: Path.absolute(file))
    while true {
      let path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
      if access(path, F_OK) == 0 { return path }
      guard folder != "/", !folder.isEmpty else { return nil }
      folder = Path.folder(of: folder)
    }
  }
}
