/// A program of the user's, called with arguments; no shell reads them.
package struct UserCommand: Equatable, Sendable {
  /// What an argument can have in it that is filled in when the program is called.
  package enum Placeholder: String, CaseIterable, Sendable {
    /// The path of the file.
    case file
    /// Where the step is, as `Group/Step`.
    case path
    /// The command line of the step.
    case command

    var written: String { "{\(rawValue)}" }
  }

  /// What it is called.
  package let name: String
  /// The program and its arguments, placeholders as they are written.
  package let arguments: [String]

  /// What the file of keys calls it.
  package var id: String { "own.\(name)" }

  /// The program.
  package var program: String { arguments[0] }

  /// Splits a command line at its blanks, those in single or double quotes left out; a backslash is one
  /// of its letters.
  /// - Throws: what is wrong with it, without a full stop.
  init(_ name: String, _ line: String) throws(Fault) {
    self.name = name
    arguments = try Self.split(line)
    guard let program = arguments.first, !program.isEmpty else {
      throw Fault(reason: "names no program")
    }
    guard Self.names(in: program).isEmpty else {
      throw Fault(reason: "begins with a placeholder; the program comes first")
    }
    for name in arguments.flatMap(Self.names) where Placeholder(rawValue: name) == nil {
      let known = Placeholder.allCases.map(\.written).joined(separator: ", ")
      throw Fault(reason: "has {\(name)} in it; there are \(known)")
    }
  }

  /// What is wrong with a command line.
  struct Fault: Error {
    let reason: String
  }

  /// What is to be filled in.
  package var placeholders: Set<Placeholder> {
    Set(arguments.flatMap(Self.names).compactMap(Placeholder.init))
  }

  /// The arguments with what is to be filled in; however it looks, it stays within its argument.
  package func arguments(_ value: (Placeholder) -> String) -> [String] {
    arguments.map { argument in
      var filled = ""
      var rest = argument[...]
      while let place = Self.next(in: rest) {
        filled += rest[..<place.start]
        filled += Placeholder(rawValue: place.name).map(value) ?? ""
        rest = rest[place.end...]
      }
      return filled + rest
    }
  }

  private static func split(_ line: String) throws(Fault) -> [String] {
    var arguments: [String] = []
    var argument: String?
    var quote: Character?
    for character in line {
      if character == quote {
        quote = nil
      } else if quote != nil {
        argument?.append(character)
      } else if character == "\"" || character == "'" {
        quote = character
        argument = argument ?? ""
      } else if character.isWhitespace {
        if let whole = argument { arguments.append(whole) }
        argument = nil
      } else {
        argument = (argument ?? "") + String(character)
      }
    }
    guard quote == nil else { throw Fault(reason: "has a quote that is not closed") }
    return arguments + (argument.map { [$0] } ?? [])
  }

  /// The names in braces, small letters alone.
  private static func names(in argument: String) -> [String] {
    var names: [String] = []
    var rest = argument[...]
    while let place = next(in: rest) {
      names.append(place.name)
      rest = rest[place.end...]
    }
    return names
  }

  /// The first name in braces.
  private static func next(
    in text: Substring
  ) -> (name: String, start: String.Index, end: String.Index)? {
    var rest = text
    while let start = rest.firstIndex(of: "{") {
      let inside = rest[rest.index(after: start)...]
      let name = inside.prefix { ("a"..."z").contains($0) }
      if !name.isEmpty, name.endIndex < inside.endIndex, inside[name.endIndex] == "}" {
        return (String(name), start, inside.index(after: name.endIndex))
      }
      rest = inside
    }
    return nil
  }
}
