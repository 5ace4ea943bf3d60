import Appearance

extension Commands {
  static let creating: [Command] = [
    Command(
      "file.new", "New …", "Make a new sequence from a template; a few questions are asked",
      keys: ["<C-t>"], run: NewSequence.choose)
  ]
}
