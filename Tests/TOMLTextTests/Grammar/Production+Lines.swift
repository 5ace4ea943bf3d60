extension Production {
  /// Documents, lines, comments and names.
  static let lines = [
    Production(
      "toml", "a = 1\n\n# b\nc = 2", #""a" = 1, "c" = 2"#,
      not: "a = 1 b = 2", "1:7 expected the end of the line"),
    Production(
      "expression", " \n # only a comment\n a = 1 # one\n [t] # a table\n", #""a" = 1, "t" = {}"#,
      not: "a = 1 [t]", "1:7 expected the end of the line"),
    Production(
      "ws", "\t a \t=\t 1 \t", #""a" = 1"#,
      not: "a\u{A0}= 1", "1:2 expected '=' after the name"),
    Production(
      "wschar", "\ta = 1 ", #""a" = 1"#,
      not: "a\u{B}= 1", "1:2 expected '=' after the name"),
    Production(
      "newline", "a = 1\r\nb = 2\n", #""a" = 1, "b" = 2"#,
      not: "a = 1\rb = 2", "1:6 expected the end of the line"),
    Production(
      "comment-start-symbol", "# a = 1", "",
      not: "; a = 1", "1:1 expected a name"),
    Production(
      "non-ascii", "# é 💻\na = 'é'", #""a" = "\U000000e9""#,
      not: "é = 1", "1:1 expected a name"),
    Production(
      "non-eol", "# a\ttab", "",
      not: "# a\u{0}", "1:4 a control character, U+0000"),
    Production(
      "comment", "a = 1 # b = 2 # c = 3", #""a" = 1"#,
      not: "a = # 1", "1:5 expected a text in quotes"),
    Production(
      "keyval", "a = 1", #""a" = 1"#,
      not: "a 1", "1:3 expected '=' after the name"),
    Production(
      "key", "a = 1\nb.c = 2", #""a" = 1, "b" = {"c" = 2}"#,
      not: "= 1", "1:1 expected a name"),
    Production(
      "simple-key", #"a = 1\#n"b" = 2"#, #""a" = 1, "b" = 2"#,
      not: "a b = 1", "1:3 expected '=' after the name"),
    Production(
      "unquoted-key", "bare_key-1 = 1\n1234 = 2\n- = 3", #""bare_key-1" = 1, "1234" = 2, "-" = 3"#,
      not: "a+b = 1", "1:2 expected '=' after the name"),
    Production(
      "quoted-key", #""a b" = 1\#n'c "d"' = 2\#n"" = 3"#, #""a b" = 1, "c \"d\"" = 2, "" = 3"#,
      not: #""""a""" = 1"#, "1:1 a name has one quote at either end"),
    Production(
      "dotted-key", #"a."b.c".d = 1"#, #""a" = {"b.c" = {"d" = 1}}"#,
      not: "a..b = 1", "1:3 expected a name"),
    Production(
      "dot-sep", "a . b = 1\na\t.c = 2", #""a" = {"b" = 1, "c" = 2}"#,
      not: "a.\nb = 1", "1:3 expected a name"),
    Production(
      "keyval-sep", "a=1\nb =\t2", #""a" = 1, "b" = 2"#,
      not: "a: 1", "1:2 expected '=' after the name"),
    Production(
      "val", "a = 1", #""a" = 1"#,
      not: "a =", "1:4 expected a text in quotes"),
  ]
}
