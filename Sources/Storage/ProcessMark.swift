#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Who wrote something: a process of a user on a host, told apart from a later one of the same number.
package struct ProcessMark: Equatable, Sendable {
  package var host: String
  package var user: String
  package var process: Int32
  /// When the process started, in ticks since the host's; 0 where that is not told.
  package var start: UInt64
  /// When this was written, in seconds since 1970.
  package var time: Int

  package init(host: String, user: String, process: Int32, start: UInt64, time: Int) {
    self.host = host
    self.user = user
    self.process = process
    self.start = start
    self.time = time
  }

  /// This process, now.
  package static var own: ProcessMark {
    let process = getpid()
    return ProcessMark(
      host: ownHost, user: ownUser, process: process, start: startTime(of: process) ?? 0,
      time: Glibc.time(nil))
  }

  /// Whether the process is there still; nil when that cannot be known from here.
  package var isAlive: Bool? {
    guard host == Self.ownHost else { return nil }
    guard process > 0, kill(process, 0) == 0 || errno == EPERM else { return false }
    guard start != 0, let now = Self.startTime(of: process) else { return true }
    return now == start
  }

  /// "carol on SRV01, process 4711, since 2026-11-24 03:20".
  package var description: String {
    guard process != 0 else {
      return "somebody whose lock cannot be read, since \(Self.clock(time))"
    }
    return "\(user) on \(host), process \(process), since \(Self.clock(time))"
  }

  /// A time as people here write it.
  package static func clock(_ seconds: Int) -> String {
    var seconds = seconds
    var parts = tm()
    localtime_r(&seconds, &parts)
    func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday)) "
      + "\(two(parts.tm_hour)):\(two(parts.tm_min))"
  }

  static let ownHost: String = {
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    return String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }()

  private static let ownUser: String = {
    if let entry = getpwuid(getuid()) { return String(cString: entry.pointee.pw_name) }
    return String(getuid())
  }()

  /// Field 22 of `/proc/PID/stat` (proc(5)); the name in field 2 may hold anything.
  private static func startTime(of process: Int32) -> UInt64? {
    guard let bytes = try? AtomicFile.read("/proc/\(process)/stat"),
      let end = bytes.lastIndex(of: UInt8(ascii: ")"))
    else { return nil }
    let fields = bytes[bytes.index(after: end)...].split(separator: 0x20)
    return fields.count > 19 ? UInt64(String(decoding: fields[19], as: UTF8.self)) : nil
  }
}
