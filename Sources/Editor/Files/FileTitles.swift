/// What open files are called on the screen.
///
/// That is their names; of files of the same name as much of their paths as tells them apart. Every
/// deployment share calls its sequences `ts.xml`.
enum FileTitles {
  /// The titles of files by their names and paths, in their order.
  static func titles(of files: [(name: String, path: String?)]) -> [String] {
    var titles = files.map(\.name)
    for same in Dictionary(grouping: files.indices, by: { files[$0].name }).values
    where same.count > 1 {
      let folders = same.map { files[$0].path.map(Self.folders) ?? [] }
      for (place, index) in same.enumerated() {
        let own = folders[place]
        let others = folders.enumerated().filter { $0.offset != place }.map(\.element)
        let depth = (0...own.count).first { depth in
          !others.contains { Array($0.suffix(depth)) == Array(own.suffix(depth)) }
        }
        titles[index] = (own.suffix(depth ?? own.count) + [files[index].name])
          .joined(separator: "/")
      }
    }
    return numbered(titles, files.map { $0.path == nil })
  }

  /// The folders a file is in, the outermost first.
  private static func folders(of path: String) -> [String] {
    path.split(separator: "/").dropLast().map(String.init).filter { $0 != "." }
  }

  /// What has no path to be told apart by is counted.
  private static func numbered(_ titles: [String], _ areLoose: [Bool]) -> [String] {
    var seen: [String: Int] = [:]
    return zip(titles, areLoose).map { title, isLoose in
      seen[title, default: 0] += 1
      return seen[title] == 1 || !isLoose ? title : "\(title) (\(seen[title] ?? 1))"
    }
  }
}
