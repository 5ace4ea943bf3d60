import Foundation
import TestSupport
import Testing

@testable import Storage

@Suite("Others use the same files")
struct DiskTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("<sequence/>", to: "a.xml")
  }

  private var path: String { folder.path + "/a.xml" }
  private let lockName = ".a.xml.tsedit-lock"

  private func hold(host: String? = nil, process: Int32 = getpid(), start: UInt64 = 1) throws {
    let own = ProcessMark.own
    try folder.write(
      """
      tsedit lock 1
      host \(host ?? own.host)
      user carol
      process \(process)
      start \(start)
      time \(own.time)

      """, to: lockName)
  }

  @Test func aLockIsTakenAndLetGo() throws {
    guard case .taken(let lock?) = FileLock.take(for: path) else {
      Issue.record("not taken")
      return
    }
    #expect(folder.names == [lockName, "a.xml"] && lock.isOurs)
    lock.release()
    #expect(folder.names == ["a.xml"])
  }

  @Test func aLockOfADeadProcessIsStale() throws {
    try hold(start: 1)
    guard case .taken(let lock?) = FileLock.take(for: path) else {
      Issue.record("not taken")
      return
    }
    #expect(lock.isOurs)
  }

  @Test func aLockOfALivingProcessHolds() throws {
    try hold(process: getppid(), start: 0)
    guard case .held(let holder) = FileLock.take(for: path) else {
      Issue.record("not held")
      return
    }
    #expect(holder.user == "carol" && holder.isAlive == true)
    #expect(FileLock.takeOver(for: path)?.isOurs == true)
  }

  @Test func whoIsOnAnotherHostMayBeAlive() throws {
    try hold(host: "elsewhere.example")
    guard case .held(let holder) = FileLock.take(for: path) else {
      Issue.record("not held")
      return
    }
    #expect(holder.isAlive == nil)
  }

  @Test(arguments: ["", "garbage", "tsedit lock 1\nhost x\n"])
  func aLockThatSaysNothingHolds(_ text: String) throws {
    try folder.write(text, to: lockName)
    guard case .held = FileLock.take(for: path) else {
      Issue.record("not held")
      return
    }
  }

  @Test func aLockTakenByAnotherIsNotRemoved() throws {
    guard case .taken(let lock?) = FileLock.take(for: path) else {
      Issue.record("not taken")
      return
    }
    try hold(host: "elsewhere.example")
    lock.release()
    #expect(folder.names.contains(lockName))
  }

  @Test func aNameThatBeginsWithACombiningMarkIsAName() throws {
    let path = folder.path + "/\u{301}.xml"
    try AtomicFile.write([1], to: path)
    guard case .taken(let lock?) = FileLock.take(for: path) else {
      Issue.record("not taken")
      return
    }
    #expect(lock.isOurs && access(folder.path + "/.\u{301}.xml.tsedit-lock", F_OK) == 0)
    #expect(Path.absolute(folder.path + "/\u{302}") == folder.path + "/\u{302}")
    try PrivateFolder.make(folder.path + "/\u{303}/\u{304}")
    #expect(access(folder.path + "/\u{303}/\u{304}", F_OK) == 0)
  }

  @Test func theLongestNameCanBeLocked() throws {
    let name = String(repeating: "ä", count: 125) + ".xml"
    try folder.write("<sequence/>", to: name)
    guard case .taken(let lock?) = FileLock.take(for: folder.path + "/" + name) else {
      Issue.record("not taken")
      return
    }
    lock.release()
    try AtomicFile.write([1], to: folder.path + "/" + name)
    #expect(try folder.read(name) == [1])
  }

  @Test func changesAreNoticed() throws {
    let content = Fingerprint(of: try AtomicFile.read(path))
    var stamp = FileStamp(of: path, holding: content)
    #expect(stamp.change() == nil)
    try folder.write("<sequence/>", to: "a.xml")
    #expect(stamp.change() == nil, "the same content again")
    try folder.write("<other/>", to: "a.xml")
    for _ in 0..<2 {
      #expect(stamp.change() == .content(Array("<other/>".utf8)), "told until accepted")
    }
    try FileManager.default.removeItem(atPath: path)
    guard case .gone = stamp.change() else {
      Issue.record("not noticed")
      return
    }
  }

  @Test func aChangeBetweenReadingAndTheFirstLookIsNoticed() throws {
    let content = Fingerprint(of: try AtomicFile.read(path))
    try folder.write("<other/>", to: "a.xml")
    var stamp = FileStamp(of: path, holding: content)
    #expect(stamp.change() == .content(Array("<other/>".utf8)))
  }

  @Test func aThoroughLookSeesWhatTheClockDoesNot() throws {
    let content = Fingerprint(of: try AtomicFile.read(path))
    var stamp = FileStamp(of: path, holding: content)
    #expect(stamp.change() == nil)
    let date = try FileManager.default.attributesOfItem(atPath: path)[.modificationDate]
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    try handle.write(contentsOf: Data("<sequencE/>".utf8))
    try handle.close()
    try FileManager.default.setAttributes(
      [.modificationDate: try #require(date)], ofItemAtPath: path)
    #expect(stamp.change(isThorough: true) == .content(Array("<sequencE/>".utf8)))
  }

  @Test func leftoversOfDeadProcessesGo() throws {
    let own = try Leftovers.makeTemporary(beside: path, suffix: ".cmd")
    close(own.descriptor)
    let name = try #require(own.path.split(separator: "/").last)
    let host = try #require(name.split(separator: "-").dropFirst().first)
    // A number no process has: the kernel's largest is 4194304.
    let dead = [".tsedit-\(host)-4194305-abcdef", ".tsedit-\(host)-4194305-abcdef.cmd"]
    let others = [
      ".tsedit-\(host)-\(getppid())-abcdef", ".tsedit-00000000-4194305-abcdef",
      ".tsedit-\(host)-4194305-notes.txt", ".tsedit-x-abcdef",
    ]
    for name in dead + others { try folder.write("", to: name) }
    Leftovers.clean(beside: path)
    #expect(Set(folder.names) == Set(others + [String(name), "a.xml"]))
  }

  @Test func aLockThatNamesNobodyIsStaleAfterAMinute() throws {
    try folder.write("", to: lockName)
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -100)],
      ofItemAtPath: folder.path + "/" + lockName)
    guard case .taken(let lock?) = FileLock.take(for: path) else {
      Issue.record("not taken")
      return
    }
    #expect(lock.isOurs && folder.names == [lockName, "a.xml"])
  }

  @Test func aLockThatIsAPipeDoesNotHang() throws {
    #expect(mkfifo(folder.path + "/" + lockName, 0o600) == 0)
    guard case .held = FileLock.take(for: path) else {
      Issue.record("not held")
      return
    }
  }

  @Test(arguments: [0, 1, 7, 8, 9, 65_535, 65_536, 65_537, 200_001])
  func theFingerprintOfAFileIsThatOfItsBytes(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write(String(decoding: bytes.map { $0 & 0x7F }, as: UTF8.self), to: "a.xml")
    let written = try AtomicFile.read(path)
    #expect(written.count == count)
    #expect(try AtomicFile.fingerprint(of: path) == Fingerprint(of: written))
  }
}
