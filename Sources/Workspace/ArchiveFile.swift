import Containers
import Glibc

/// Which files are archives, in whose place no sequence alone may be put.
package enum ArchiveFile {
  /// Whether a file is an archive by what it begins with; or would be one by its name, where there is
  /// none yet.
  package static func isOne(_ path: String) -> Bool {
    let opening = Folder.opening(path, 4)
    guard opening.isEmpty else { return opening.starts(with: [0x50, 0x4B]) }
    return path.lowercased().hasSuffix(".zip")
  }

  /// Refuses to write a sequence where an archive is or would be, unless it is one of its own.
  ///
  /// - Parameter isOwn: Whether the sequence came from that file.
  package static func refuse(_ place: SequencePlace, isOwn: Bool) throws(OpenFailure) {
    if place.member == nil, let sentence = refusal(place.path, isOwn: isOwn) {
      throw .content(.notASequence(sentence))
    }
  }

  /// Why a sequence alone cannot be written to a file; nil when it can.
  package static func refusal(_ path: String, isOwn: Bool) -> String? {
    guard !isOwn, isOne(path) else { return nil }
    return access(path, F_OK) == 0
      ? "it is an archive; name the sequence in it that is to be replaced, as FILE#NAME"
      : "a sequence alone is no archive, which only an export at a site makes; choose a name that ends "
        + "in .xml"
  }
}
