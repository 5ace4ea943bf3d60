import Foundation
import Subprocess
import SystemPackage

/// The built program, run as a user would.
enum Program {
  /// The binary beside the tests.
  static let path: String = {
    let tests = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appending(path: "tsedit").path
  }()

  struct Result {
    let output: String
    let errors: String
    let code: Int32
  }

  /// Runs it with settings of its own, without a terminal.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:]
  ) async throws -> Result {
    let state = Scratch()
    defer { withExtendedLifetime(state) {} }
    var variables: [Environment.Key: String?] = [
      "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": state.path,
    ]
    for (name, value) in environment { variables[Environment.Key(stringLiteral: name)] = value }
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments),
      environment: .inherit.updating(variables), input: .string(input),
      output: .string(limit: 1 << 24), error: .string(limit: 1 << 24))
    guard case .exited(let code) = result.terminationStatus else {
      throw Killed(errors: result.standardError)
    }
    return Result(output: result.standardOutput, errors: result.standardError, code: code)
  }

  /// Runs a line as a shell would that finds the program first.
  static func shell(_ line: String, in folder: String) async throws -> Result {
    let state = Scratch()
    defer { withExtendedLifetime(state) {} }
    let result = try await Subprocess.run(
      .name("sh"), arguments: ["-c", line],
      environment: .inherit.updating([
        "XDG_CONFIG_HOME": "/nonexistent", "XDG_STATE_HOME": state.path,
        "PATH": URL(filePath: path).deletingLastPathComponent().path + ":/usr/bin:/bin",
      ]),
      workingDirectory: FilePath(folder), output: .string(limit: 1 << 24),
      error: .string(limit: 1 << 24))
    guard case .exited(let code) = result.terminationStatus else {
      throw Killed(errors: result.standardError)
    }
    return Result(output: result.standardOutput, errors: result.standardError, code: code)
  }

  /// A signal ended the program.
  struct Killed: Error {
    let errors: String
  }
}

/// A folder for the files of one test.
final class Scratch: Sendable {
  let path: String

  /// - Parameter inMemory: Where there is such a place, so that nothing waits for a disk.
  init(inMemory: Bool = false) {
    let memory = "/dev/shm"
    let place =
      inMemory && access(memory, W_OK) == 0
      ? memory : FileManager.default.temporaryDirectory.path
    path = place + "/tsedit-tests-\(UUID())"
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and answers its path.
  func file(_ name: String, _ text: String) throws -> String {
    let place = path + "/" + name
    let folder = URL(filePath: place).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: place))
    return place
  }

  static func read(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }
}

/// A sequence with one step.
let oneStep = """
  <?xml version="1.0"?>\r
  <sequence version="3.00" name="Test" description="">\r
    <group name="Only" disable="false" continueOnError="false" description="" expand="false">\r
      <step name="Say hello" disable="false" continueOnError="false" successCodeList="0 3010" description="" startIn="">\r
        <action>cmd.exe /c echo hello</action>\r
      </step>\r
    </group>\r
  </sequence>
  """
