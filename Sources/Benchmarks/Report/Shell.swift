import Glibc

/// Runs commands and takes what they print.
enum Shell {
  /// What a command prints; nil when it fails.
  static func output(_ command: String) -> String? {
    guard let pipe = popen(command, "re") else { return nil }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return pclose(pipe) == 0 ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// The first line of it.
  static func line(_ command: String) -> String? {
    output(command)?.split(separator: "\n").first.map(String.init)
  }

  /// The first thing in the output that looks like a version.
  static func version(_ command: String) -> String {
    let words = (output(command + " 2>&1") ?? "").split { " \n,:()".contains($0) }
    let isVersion = { (word: Substring) in
      word.contains(".") && word.drop { $0 == "v" }.first?.isNumber == true
    }
    return words.first(where: isVersion).map(String.init) ?? "?"
  }
}
