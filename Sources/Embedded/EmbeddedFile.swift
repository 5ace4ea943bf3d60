import CEmbedded

/// A text file of the source tree that is compiled into the program.
///
/// `CEmbedded.c` lists them; whoever needs one asks for it by the name it has there.
package enum EmbeddedFile {
  /// The bytes of a file, copied; nil when none of that name is compiled in.
  package static func bytes(of name: String) -> [UInt8]? {
    text(of: name).map { Array($0.utf8) }
  }

  /// The text of a file, copied; nil when none of that name is compiled in.
  package static func text(of name: String) -> String? {
    all.first { String(cString: $0.name) == name }.map { String(cString: $0.text) }
  }

  /// What the files of a folder are called, without folder and ending, in the order of the list.
  package static func names(in folder: String) -> [String] {
    paths.filter { $0.hasPrefix(folder + "/") }.map { path in
      String(path.dropFirst(folder.count + 1).prefix { $0 != "." })
    }
  }

  /// The names of all files.
  static var paths: [String] { all.map { String(cString: $0.name) } }

  private static var all: some Sequence<embedded_file> {
    (0...).lazy.map { embedded_file($0)?.pointee }.prefix { $0 != nil }.compactMap(\.self)
  }
}
