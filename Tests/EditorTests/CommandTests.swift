import Appearance
import Screen
import Testing

@testable import Editor

@Suite struct CommandTests {
  @Test func everyNotationCanBeRead() throws {
    for command in Commands.all {
      for notation in command.keys + command.reflexes {
        #expect(throws: Never.self, "\(command.id)") { try Key.parse(notation) }
      }
    }
  }

  @Test func noKeyMeansTwoThings() throws {
    for context in KeyContext.allCases {
      var owners: [[Key]: String] = [:]
      for command in Commands.all where command.contexts.contains(context) {
        for notation in command.keys + command.reflexes {
          let keys = try Key.parse(notation)
          #expect(
            owners[keys] == nil,
            "\(notation) in \(context): \(owners[keys] ?? "") and \(command.id)")
          owners[keys] = command.id
        }
      }
      for keys in owners.keys {
        let isPrefix = owners.keys.contains { $0.count > keys.count && $0.starts(with: keys) }
        #expect(!isPrefix, "\(keys) is a command and the start of another in \(context)")
      }
    }
  }

  @Test func browsingKeysDoNotHideGlobalOnes() throws {
    let global = try Commands.all.filter { $0.contexts.contains(.global) }.flatMap { command in
      try command.keys.map { (try Key.parse($0), command.id) }
    }
    for context in [KeyContext.tree, .details, .placing] {
      for (keys, id) in global {
        #expect(Keymap.standard.match(keys, in: context) == .none, "\(id) is hidden in \(context)")
      }
    }
  }

  /// Every command can be reached without function keys, Alt or a mouse: by a key of its own or by
  /// the palette, which has such a key itself.
  @Test func everyCommandIsReachableOnAPlainKeyboard() throws {
    func isPlain(_ keys: [Key]) -> Bool {
      keys.allSatisfy { key in
        if case .function = key.code { return false }
        return !key.modifiers.contains(.alt)
      }
    }
    let palette = Keymap.standard.keys(for: "palette", in: .global)
    #expect(palette.contains(where: isPlain))
    let typing: [KeyContext] = [.field, .list, .viewer, .placing]
    for command in Commands.all where command.contexts.allSatisfy(typing.contains) {
      let keys = command.contexts.flatMap { Keymap.standard.keys(for: command.id, in: $0) }
      let isComfort =
        command.id.hasPrefix("field.") && !["field.accept", "field.cancel"].contains(command.id)
      #expect(keys.contains(where: isPlain) || isComfort, "\(command.id)")
    }
  }

  @Test func idsAreUniqueAndSummariesAreSentences() {
    #expect(Set(Commands.all.map(\.id)).count == Commands.all.count)
    for command in Commands.all {
      #expect(command.summary.first?.isUppercase == true, "\(command.id)")
      #expect(!command.summary.hasSuffix("."), "\(command.id)")
    }
  }

  /// What the footer, a message or a layer names can be done.
  @Test(arguments: KnownCommand.allCases)
  func whatIsNamedExists(_ command: KnownCommand) {
    #expect(Commands.table[command]?.id == command.rawValue)
  }
}
