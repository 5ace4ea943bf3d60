import Foundation

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
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    variables["XDG_CONFIG_HOME"] = "/nonexistent"
    variables["XDG_STATE_HOME"] = Scratch.shared.path + "/state"
    variables.merge(environment) { $1 }
    process.environment = variables
    let (output, errors, feed) = (Pipe(), Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = feed
    try process.run()
    if let input { try feed.fileHandleForWriting.write(contentsOf: Data(input.utf8)) }
    try feed.fileHandleForWriting.close()
    // Both pipes are read at once, so that neither fills up.
    let errorData = ErrorReader(errors)
    let outputData = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      output: String(decoding: outputData, as: UTF8.self), errors: errorData.text,
      code: process.terminationStatus)
  }

  private final class ErrorReader: @unchecked Sendable {
    private var data = Data()
    private let done = DispatchSemaphore(value: 0)

    init(_ pipe: Pipe) {
      DispatchQueue.global().async { [self] in
        data = (try? pipe.fileHandleForReading.readToEnd()) ?? Data()
        done.signal()
      }
    }

    var text: String {
      done.wait()
      return String(decoding: data, as: UTF8.self)
    }
  }
}

/// A folder for the files of one test.
final class Scratch: Sendable {
  static let shared = Scratch()

  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appending(path: "tsedit-tests-\(UUID())").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file and answers its path.
  func file(_ name: String, _ text: String) throws -> String {
    let place = path + "/" + name
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
