#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why a file could not be read or written, in words for a person.
package struct FileFailure: Error, Equatable, Sendable {
  /// What was tried and why it failed, without a full stop.
  package let reason: String
  /// The number of the system's error.
  package let code: Int32

  /// The code of a file that is there although it should not be.
  package static let exists = EEXIST

  /// Whether there is no such file, or no folder for it.
  package var isMissing: Bool { code == ENOENT || code == ENOTDIR }

  package init(_ what: String, code: Int32 = errno) {
    self.init(reason: "\(what): \(String(cString: strerror(code)))", code: code)
  }

  init(reason: String, code: Int32) {
    self.reason = reason
    self.code = code
  }

  /// A file of that name was not opened.
  init(notOpened path: String, code: Int32 = errno) {
    // Swift's texts are Unicode: other bytes have become U+FFFD and name no file.
    guard code == ENOENT, path.unicodeScalars.contains("\u{FFFD}") else {
      self.init("cannot open it", code: code)
      return
    }
    self.init(
      reason: "its name is not valid UTF-8; rename it, or make a link to it and open that",
      code: code)
  }

  /// It cannot be written for a reason that is none of the system's.
  package init(refusal reason: String) { self.init(reason: reason, code: EINVAL) }

  /// Somebody else has the lock of the file.
  package static func inUse(by holder: ProcessMark) -> FileFailure {
    FileFailure(reason: "it is edited by \(holder.description)", code: EBUSY)
  }

  static func tooLarge(_ limit: Int) -> FileFailure {
    FileFailure(
      reason: "it is larger than \(limit / 1024 / 1024) MB, the largest file that is read",
      code: EFBIG)
  }
}
