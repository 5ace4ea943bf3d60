import Conditions
import Containers
import Operations
import TaskSequence
import XMLTree

enum ConditionLaw {
  static func complaint(about bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    if let root = try? Document(parsing: bytes).root {
      if let complaint = complaint(about: Condition(root).operand) { return complaint }
    }
    _ = ConditionText.expectations(after: text)
    do throws(ConditionFault) {
      return complaint(about: try ConditionText.parse(text))
    } catch {
      let isPlaced = (0...text.count).contains(error.position) && !error.reason.isEmpty
      return isPlaced ? nil : "a refusal without place or reason"
    }
  }

  private static func complaint(about operand: Operand?) -> String? {
    _ = Operand.meaning(of: operand)
    let text = ConditionText.format(operand)
    guard let again = try? ConditionText.parse(text), again == operand else {
      return operand == nil ? nil : "“\(text)” reads otherwise"
    }
    guard let operand, let edit = try? sequence.applying(ChangeCondition(.set(operand), of: step)),
      let saved = try? SequenceDocument(loading: edit.document.serialized())
    else { return nil }
    let written = saved.sequence.children.first?.condition?.operand
    return written == operand ? nil : "“\(text)” is “\(ConditionText.format(written))” in the file"
  }

  private static let sequence = Sandbox.sequence(
    "<sequence version=\"3.10\"><step name=\"a\"/></sequence>")
  private static let step = sequence.paths(of: Set(sequence.sequence.children.map(\.id)))
}
