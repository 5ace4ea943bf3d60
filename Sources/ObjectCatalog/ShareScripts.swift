import Synchronization
import TaskSequence

/// The scripts in a deployment share's `Scripts` folder, and the variables they set.
///
/// They are read when somebody asks first: a share may be far away, and most who open a sequence of it
/// never do.
package final class ShareScripts: Sendable {
  private let read: @Sendable () -> [(name: String, text: String)]
  private let known = Mutex<[String: String]?>(nil)

  /// The endings of files that are looked at.
  package static let endings = [".wsf", ".vbs", ".ps1", ".psm1", ".cmd", ".bat"]

  /// - Parameter read: The scripts with their texts, in the order they count in.
  package init(_ read: @escaping @Sendable () -> [(name: String, text: String)]) {
    self.read = read
  }

  /// The first script that sets a variable; nil when none does.
  package func setter(of name: String) -> String? {
    let key = name.lowercased()
    return known.withLock { known in
      if let known { return known[key] }
      var found: [String: String] = [:]
      for (script, text) in read() {
        for access in ScriptAccess.all(in: text) where access.role == .sets {
          let key = access.name.lowercased()
          if found[key] == nil { found[key] = script }
        }
      }
      known = found
      return found[key]
    }
  }
}
