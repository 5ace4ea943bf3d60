import Foundation
import TaskSequence
import Testing

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
    var stamp = try #require(FileStamp(of: path, holding: content))
    #expect(stamp.change(of: path) == nil)
    try folder.write("<sequence/>", to: "a.xml")
    #expect(stamp.change(of: path) == nil, "the same content again")
    try folder.write("<other/>", to: "a.xml")
    for _ in 0..<2 {
      #expect(stamp.change(of: path) == .content(Array("<other/>".utf8)), "told until accepted")
    }
    try FileManager.default.removeItem(atPath: path)
    guard case .gone = stamp.change(of: path) else {
      Issue.record("not noticed")
      return
    }
  }

  @Test func leftoversOfDeadProcessesGo() throws {
    // A number no process has: the kernel's largest is 4194304.
    let (dead, living) = (".tsedit-4194305-abcdef", ".tsedit-\(getppid())-abcdef")
    for name in [dead, living, ".tsedit-4194305-notes.txt", ".tsedit-x-abcdef"] {
      try folder.write("", to: name)
    }
    Leftovers.clean(beside: path)
    #expect(
      Set(folder.names) == [
        living, ".tsedit-4194305-notes.txt", ".tsedit-x-abcdef", "a.xml",
      ])
  }
}
