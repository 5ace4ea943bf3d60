import CTerminal
import Screen

/// What terminfo says the keys of the open terminal send.
///
/// Keys with modifiers are left out: their names differ, and their sequences are common knowledge.
func terminfoKeys() -> [[UInt8]: Key] {
  var capabilities: [(String, Key)] = [
    ("kcuu1", Key(.up)), ("kcud1", Key(.down)), ("kcub1", Key(.left)), ("kcuf1", Key(.right)),
    ("khome", Key(.home)), ("kend", Key(.end)), ("kpp", Key(.pageUp)), ("knp", Key(.pageDown)),
    ("kich1", Key(.insert)), ("kdch1", Key(.delete)), ("kbs", Key(.backspace)),
    ("kcbt", Key(.tab, .shift)), ("kent", Key(.enter)),
  ]
  capabilities += (1...12).map { ("kf\($0)", Key(.function($0))) }
  var keys: [[UInt8]: Key] = [:]
  for (name, key) in capabilities {
    guard let value = ct_capability(name) else { continue }
    let bytes = Array(String(cString: value).utf8)
    // What types a character is no key of its own, and Escape is one already.
    if bytes.first.map({ $0 < 0x20 || $0 == 0x7f }) == true, bytes != [0x1b] { keys[bytes] = key }
  }
  return keys
}
