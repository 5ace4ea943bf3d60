extension Rule {
  /// Every rule there is: one line for each file of the folder `Rules`, as a test makes sure.
  ///
  /// What is found at one place is told in this order.
  package static let all: [Rule] = [
    ref01, ref02,
    err14, err22, cmd12, lim03, lim04, lim05, nam04, xml02, xml03, xml04, xml05, xml06, xml07,
    cnd01, cnd02, cnd22, cnd18, cnd23, cnd05, cnd26, cnd10, cnd12, cnd24, cnd08, cnd25, cnd27,
    cmd10,
  ]
}
