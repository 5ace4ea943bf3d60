import Foundation
import Storage
import TestSupport
import Testing

@Suite("A file is replaced as a whole or not at all")
struct AtomicFileTests {
  /// A folder of its own that goes away.
  private func inFolder(_ body: (String) throws -> Void) throws {
    let folder = NSTemporaryDirectory() + "tsedit-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func mode(_ path: String) throws -> Int? {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue
  }

  @Test func writtenAndRead() throws {
    try inFolder { folder in
      let path = folder + "/größe 1.xml"
      for bytes in [[], [1, 2, 3], Array(repeating: 7, count: 200_000)] as [[UInt8]] {
        try AtomicFile.write(bytes, to: path)
        let copy = try AtomicFile.read(path)
        #expect(copy == bytes)
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["größe 1.xml"])
    }
  }

  @Test(arguments: [0o600, 0o664, 0o755])
  func permissionsStay(permissions: Int) throws {
    try inFolder { folder in
      let path = folder + "/a.xml"
      try AtomicFile.write([1], to: path)
      try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path)
      try AtomicFile.write([2], to: path)
      let kept = try mode(path)
      #expect(kept == permissions)
      let copy = try AtomicFile.read(path)
      #expect(copy == [2])
    }
  }

  /// What is made of a file can be read by nobody who could not read that.
  @Test(arguments: [0o600, 0o640, 0o644, 0o400, 0o604])
  func aNewFileHasNoMoreThanItsOrigin(permissions: Int) throws {
    let folder = try TemporaryFolder()
    let (origin, path) = (folder.path + "/origin.xml", folder.path + "/new.xml")
    try AtomicFile.write(TextContent("a"), to: origin)
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: origin)
    try AtomicFile.write(TextContent("b"), to: path, from: origin)
    func mode(_ path: String) throws -> Int {
      let found = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      return try #require(found as? Int)
    }
    #expect(try mode(path) & ~(permissions | 0o200) == 0)
    // Nobody knows what one that is gone had.
    let other = folder.path + "/other.xml"
    try AtomicFile.write(TextContent("b"), to: other, from: folder.path + "/none.xml")
    #expect(try mode(other) & 0o077 == 0)
  }

  @Test func linkStaysALink() throws {
    try inFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder + "/real", withIntermediateDirectories: false)
      let (target, link) = (folder + "/real/a.xml", folder + "/link.xml")
      try AtomicFile.write([1], to: target)
      try FileManager.default.createSymbolicLink(
        atPath: link, withDestinationPath: "real/a.xml")
      try AtomicFile.write([2], to: link)
      let destination = try FileManager.default.destinationOfSymbolicLink(atPath: link)
      #expect(destination == "real/a.xml")
      let copy = try AtomicFile.read(target)
      #expect(copy == [2])
    }
  }

  @Test func refusals() throws {
    try inFolder { folder in
      func reason(_ body: () throws -> Void) -> String? {
        do {
          try body()
          return nil
        } catch {
          return (error as? FileFailure)?.reason
        }
      }
      let none = reason { _ = try AtomicFile.read(folder + "/none") }
      #expect(none == "cannot open it: No such file or directory")
      let directory = reason { _ = try AtomicFile.read(folder) }
      #expect(directory == "cannot read it: Is a directory")
      let elsewhere = reason { try AtomicFile.write([1], to: folder + "/none/a.xml") }
      #expect(elsewhere == "cannot make a file beside it: No such file or directory")
      let over = reason { try AtomicFile.write([1], to: folder) }
      #expect(over != nil)
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == [])
    }
  }

  @Test func aBackupHasThePermissionsOfItsFileAndIsNoLink() throws {
    try inFolder { folder in
      let path = folder + "/a.xml"
      try AtomicFile.write([1], to: path)
      try AtomicFile.write([9], to: folder + "/victim")
      try FileManager.default.createSymbolicLink(
        atPath: path + "~", withDestinationPath: "victim")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try AtomicFile.backUp(path)
      let (kept, copy) = (try mode(path + "~"), try AtomicFile.read(path + "~"))
      #expect(kept == 0o600 && copy == [1])
      let victim = try AtomicFile.read(folder + "/victim")
      #expect(victim == [9])
      try AtomicFile.backUp(folder + "/none")
    }
  }

  @Test func aNumberedBackupReplacesNothing() throws {
    try inFolder { folder in
      let path = folder + "/a.xml"
      try FileManager.default.createSymbolicLink(
        atPath: path + ".~2~", withDestinationPath: "nowhere")
      for (content, number) in [(1, 1), (3, 3), (4, 4)] as [(UInt8, Int)] {
        try AtomicFile.write([content], to: path)
        let copy = try AtomicFile.backUp(path, as: .numbered)
        #expect(copy == "\(path).~\(number)~")
      }
      for number: UInt8 in [1, 3, 4] {
        let kept = try AtomicFile.read("\(path).~\(number)~")
        #expect(kept == [number])
      }
      #expect(access(path + "~", F_OK) != 0)
    }
  }

  @Test func whatIsNoFileIsNeitherReadNorReplaced() throws {
    try inFolder { folder in
      let pipe = folder + "/pipe"
      #expect(mkfifo(pipe, 0o600) == 0)
      for path in [pipe, "/dev/null"] {
        #expect(throws: FileFailure.self) { _ = try AtomicFile.read(path) }
        #expect(throws: FileFailure.self) { try AtomicFile.write([1], to: path) }
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder)
      #expect(names == ["pipe"])
    }
  }

  @Test func aNewFileReplacesNothing() throws {
    try inFolder { folder in
      try AtomicFile.write([1], to: folder + "/a.xml", isNew: true)
      do {
        try AtomicFile.write([2], to: folder + "/a.xml", isNew: true)
        Issue.record("replaced")
      } catch {
        #expect((error as? FileFailure)?.code == FileFailure.exists)
      }
      let copy = try AtomicFile.read(folder + "/a.xml")
      #expect(copy == [1])
    }
  }

  @Test func tooLargeIsSaidBeforeItIsRead() throws {
    try inFolder { folder in
      let path = folder + "/a.xml"
      try AtomicFile.write([1], to: path)
      #expect(truncate(path, off_t(AtomicFile.sizeLimit) + 1) == 0)
      do {
        _ = try AtomicFile.read(path)
        Issue.record("read")
      } catch {
        let reason = (error as? FileFailure)?.reason
        #expect(reason == "it is larger than 128 MB, the largest file that is read")
      }
    }
  }
}
