/// The registry.
///
/// Nothing that rules are made of asks for it: rules, readings and findings would be one circle.
extension Rule {
  /// Every rule there is: one line for each file of the folder `Rules`, as a test makes sure.
  ///
  /// What is found at one place is told in this order.
  package static let all: [Rule] = [
    ref01, ref02, ref03, ref04, ref05, ref06, ref07,
    err14, err18, err22, cmd11, cmd12, lim02, lim03, lim04, lim05, nam04,
    xml01, xml02, xml03, xml04, xml05, xml06, xml07, xml08, mdt05,
    cnd01, cnd02, cnd22, cnd18, cnd23, cnd05, cnd26, cnd10, cnd12, cnd24, cnd08, cnd25, cnd27,
    cnd28, cnd29, cnd30, cnd31,
    cmd10, nam05, nam06, old07,
  ]

  /// The rule of an id or a name, however capitalised.
  package static func named(_ text: String) -> Rule? {
    all.first { $0.id == text.uppercased() || $0.name == text.lowercased() }
  }
}
