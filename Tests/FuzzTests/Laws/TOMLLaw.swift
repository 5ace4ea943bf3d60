import TOMLText
import TestSupport

enum TOMLLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    let table: TOMLTable
    do throws(TOMLFault) { table = try TOMLTable(bytes) } catch {
      if error.reason.isEmpty { return "a refusal without words" }
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      return (1...lines).contains(error.place.line) ? nil : "\(error.place) is not in the text"
    }
    let text = table.spelled
    do throws(TOMLFault) {
      let again = try TOMLTable(Array(text.utf8)).spelled
      return again == text ? nil : "what is written out reads otherwise:\n\(text)\(again)"
    } catch {
      return "what is written out is refused, \(error.sentence):\n\(text)"
    }
  }
}
