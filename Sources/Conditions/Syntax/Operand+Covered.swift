package import TaskSequence
import XMLTree

extension Operand {
  /// The same, to be looked at: what is compared with a variable, or a value of the registry, that is
  /// never shown is covered.
  package func covered(where hides: (String) -> Bool) -> Operand {
    func isHidden(_ name: String?, _ value: String) -> Bool {
      name.map(hides) == true && Secrets.isWorthHiding(value)
    }
    switch self {
    case .group(let junction, let inside):
      return .group(junction, inside.map { $0.covered(where: hides) })
    case .test(.variable(var test), let extras) where isHidden(test.name, test.value):
      test.value = Secrets.mask
      return .test(.variable(test), extras: extras)
    case .test(.registry(var test), let extras) where isHidden(test.value, test.data):
      test.data = Secrets.mask
      return .test(.registry(test), extras: extras)
    case .test(.other(let type, var settings), let extras):
      for (named, held) in [("Variable", "Value"), ("Value", "Data")] {
        let name = settings.first { $0.name == named }?.value
        for index in settings.indices
        where settings[index].name == held && isHidden(name, settings[index].value) {
          settings[index].value = Secrets.mask
        }
      }
      return .test(.other(type: type, settings: settings), extras: extras)
    case .raw(let xml): return .raw(Self.covered(xml, where: hides))
    case .test, .systems: return self
    }
  }

  private static func covered(_ xml: String, where hides: (String) -> Bool) -> String {
    guard let root = try? Document.elements(of: Array("<x>\(xml)</x>".utf8)).first else {
      return xml
    }
    let hidden = root.hiddenTestValues(where: hides)
    guard !hidden.isEmpty else { return xml }
    let texts = Dictionary(hidden.map { ($0, Secrets.mask) }, uniquingKeysWith: { $1 })
    return root.settingTexts(texts).elements.map(RawXML.text).joined()
  }
}

extension Condition {
  /// The whole condition as one line of text, as it may be shown.
  package func shownText(where hides: (String) -> Bool) -> String {
    ConditionText.format(operand?.covered(where: hides))
  }
}
