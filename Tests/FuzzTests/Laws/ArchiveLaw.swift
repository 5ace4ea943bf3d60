import Archive
import Containers
@_spi(Edits) import TaskSequence

enum ArchiveLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    do throws(ZipFailure) {
      guard let archive = try ZipArchive(bytes) else { return nil }
      for index in archive.entries.indices.prefix(6) {
        if let fault = changed(archive, index) { return fault }
      }
    } catch {
      return error.reason.isEmpty ? "a refusal without words" : nil
    }
    return edited(bytes)
  }

  /// Puts another content into an entry, reads what came of it, and puts the old one back.
  private static func changed(_ archive: ZipArchive, _ index: Int) -> String? {
    let entry = archive.entries[index]
    guard let content = try? archive.content(of: entry) else { return nil }
    guard (try? archive.replacing([index: content])) == archive.bytes else {
      return "the same content gives other bytes"
    }
    guard let changed = try? archive.replacing([index: content + [7]]),
      let again = try? ZipArchive(changed), again.entries.count == archive.entries.count
    else { return "what was changed cannot be read" }
    for place in archive.entries.indices.prefix(6) {
      let (other, old) = (again.entries[place], archive.entries[place])
      guard again.nameBytes(of: other) == archive.nameBytes(of: old) else {
        return "an entry has another name"
      }
      let (new, was) = (try? again.content(of: other), try? archive.content(of: old))
      guard new == was.map({ place == index ? $0 + [7] : $0 }) else {
        return "an entry has another content"
      }
    }
    guard entry.isStored else { return nil }
    return (try? again.replacing([index: content])) == archive.bytes
      ? nil : "the old content does not give the old bytes back"
  }

  /// Edits the first sequence of an export, reads it again, and takes the edit back.
  private static func edited(_ bytes: [UInt8]) -> String? {
    guard let export = try? PackedExport.open(bytes), let member = export.members.first?.id,
      let document = try? export.document(of: member)
    else { return nil }
    guard (try? export.putting([member: document]).bytes) == bytes else {
      return "a sequence that is as it was changes the archive"
    }
    guard let node = document.sequence.children.first,
      let edit = try? document.setting(.name, to: node.name + "x", on: [node.id]),
      let changed = try? export.putting([member: edit.document])
    else { return nil }
    guard let again = try? PackedExport.open(changed.bytes),
      (try? again.document(of: member).serialized()) == edit.document.serialized()
    else { return "an edited sequence is not in the archive" }
    return (try? changed.putting([member: document]).bytes) == bytes
      ? nil : "an edit that was taken back leaves other bytes"
  }
}
