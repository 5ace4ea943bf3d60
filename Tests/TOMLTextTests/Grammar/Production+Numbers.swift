extension Production {
  /// Numbers, true and false.
  static let numbers = [
    Production(
      "integer", "x = -12\ny = 0xC\nz = 0o14\nw = 0b1100",
      #""x" = -12, "y" = 12, "z" = 12, "w" = 12"#,
      not: "x = 12 34", "1:8 expected the end of the line"),
    Production(
      "minus", "x = -9_223_372_036_854_775_808", #""x" = -9223372036854775808"#,
      not: "x = --1", "1:5 '--1' is no number: they are written"),
    Production(
      "plus", "x = +9_223_372_036_854_775_807", #""x" = 9223372036854775807"#,
      not: "x = +9223372036854775808", "1:5 '+9223372036854775808' is no number: whole ones go"),
    Production(
      "underscore", "x = 1_000_000", #""x" = 1000000"#,
      not: "x = 1__000", "1:5 '1__000' is no number: '_' stands only between two digits"),
    Production(
      "digit1-9", "x = 10", #""x" = 10"#,
      not: "x = 010", "1:5 '010' is no number: a 0 stands before other digits"),
    Production(
      "digit0-7", "x = 0o755", #""x" = 493"#,
      not: "x = 0o758", "1:5 '0o758' is no number: they are written"),
    Production(
      "digit0-1", "x = 0b11", #""x" = 3"#,
      not: "x = 0b12", "1:5 '0b12' is no number: they are written"),
    Production(
      "hex-prefix", "x = 0xff", #""x" = 255"#,
      not: "x = 0Xff", "1:5 '0Xff' is no number: they are written"),
    Production(
      "oct-prefix", "x = 0o7", #""x" = 7"#,
      not: "x = 0O7", "1:5 '0O7' is no number: they are written"),
    Production(
      "bin-prefix", "x = 0b1", #""x" = 1"#,
      not: "x = 0B1", "1:5 '0B1' is no number: they are written"),
    Production(
      "dec-int", "x = -0", #""x" = 0"#,
      not: "x = -", "1:5 '-' is no number: they are written"),
    Production(
      "unsigned-dec-int", "x = 1_2", #""x" = 12"#,
      not: "x = 12_", "1:5 '12_' is no number: '_' stands only between two digits"),
    Production(
      "hex-int", "x = 0x7FFF_ffff_FFFF_FFFF", #""x" = 9223372036854775807"#,
      not: "x = 0x8000_0000_0000_0000", "1:5 '0x8000_0000_0000_0000' is no number: whole ones"),
    Production(
      "oct-int", "x = 0o0_1", #""x" = 1"#,
      not: "x = 0o_1", "1:5 '0o_1' is no number: '_' stands only between two digits"),
    Production(
      "bin-int", "x = 0b0_1", #""x" = 1"#,
      not: "x = +0b1", "1:5 '+0b1' is no number: they are written"),
    Production(
      "float", "x = 1.5\ny = 1e3\nz = -1.5E-3\nw = inf",
      #""x" = 1.5, "y" = 1000.0, "z" = -0.0015, "w" = inf"#,
      not: "x = 1.5.1", "1:5 '1.5.1' is no number: they are written"),
    Production(
      "float-int-part", "x = -0.5", #""x" = -0.5"#,
      not: "x = 00.5", "1:5 '00.5' is no number: a 0 stands before other digits"),
    Production(
      "frac", "x = 1.2_5", #""x" = 1.25"#,
      not: "x = 1._25", "1:5 '1._25' is no number: '_' stands only between two digits"),
    Production(
      "decimal-point", "x = 0.5", #""x" = 0.5"#,
      not: "x = .5", "1:5 '.5' is no number: '.' stands only between two digits"),
    Production(
      "zero-prefixable-int", "x = 1.0_05", #""x" = 1.005"#,
      not: "x = 1.", "1:5 '1.' is no number: '.' stands only between two digits"),
    Production(
      "exp", "x = 1e06", #""x" = 1000000.0"#,
      not: "x = 1e", "1:5 '1e' is no number: they are written"),
    Production(
      "float-exp-part", "x = 1e+1_0\ny = 5e-2", #""x" = 10000000000.0, "y" = 0.05"#,
      not: "x = 1e1.5", "1:5 '1e1.5' is no number: they are written"),
    Production(
      "special-float", "x = +inf\ny = -inf\nz = -nan", #""x" = inf, "y" = -inf, "z" = nan"#,
      not: "x = Inf", "1:5 expected a text in quotes"),
    Production(
      "inf", "x = inf", #""x" = inf"#,
      not: "x = infinity", "1:5 expected a text in quotes"),
    Production(
      "nan", "x = nan", #""x" = nan"#,
      not: "x = NaN", "1:5 expected a text in quotes"),
    Production(
      "boolean", "x = true\ny = false", #""x" = true, "y" = false"#,
      not: "x = yes", "1:5 expected a text in quotes"),
    Production(
      "true", "x = true", #""x" = true"#,
      not: "x = True", "1:5 expected a text in quotes"),
    Production(
      "false", "x = false", #""x" = false"#,
      not: "x = falsey", "1:5 expected a text in quotes"),
  ]
}
