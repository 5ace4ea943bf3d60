extension Production {
  /// Texts.
  static let strings = [
    Production(
      "string", #"x = """a"""\#ny = "b"\#nz = '''c'''\#nw = 'd'"#,
      #""x" = "a", "y" = "b", "z" = "c", "w" = "d""#,
      not: "x = a", "1:5 expected a text in quotes"),
    Production(
      "basic-string", #"x = "a # b""#, #""x" = "a # b""#,
      not: #"x = "a\#nb""#, "1:5 the text has no closing quote"),
    Production(
      "quotation-mark", #"x = "'""#, #""x" = "'""#,
      not: #"x = """"#, "1:5 the text has no closing quote"),
    Production(
      "basic-char", #"x = "a\tb""#, #""x" = "a\U00000009b""#,
      not: #"x = "\#u{1}""#, "1:6 a control character, U+0001"),
    Production(
      "basic-unescaped", #"x = "\#t !#[]~é""#, #""x" = "\U00000009 !#[]~\U000000e9""#,
      not: #"x = "\#u{7F}""#, "1:6 a control character, U+007F"),
    Production(
      "escaped", #"x = "\"\\""#, #""x" = "\"\\""#,
      not: #"x = "\""#, "1:5 the text has no closing quote"),
    Production(
      "escape", #"x = "C:\\x""#, #""x" = "C:\\x""#,
      not: #"x = "C:\x""#, #"1:8 '\' is written '\\' in a text, or the text stands between '…'"#),
    Production(
      "escape-seq-char", #"x = "\b\f\n\r\t\u00e9\U0001F4BB""#,
      #""x" = "\U00000008\U0000000c\U0000000a\U0000000d\U00000009\U000000e9\U0001f4bb""#,
      not: #"x = "\uD800""#, #"1:6 expected the number of a character, 4 digits, after '\u'"#),
    Production(
      "ml-basic-string", #"x = """\#na\#nb""""#, #""x" = "a\U0000000ab""#,
      not: #"x = """a"""#, "1:5 the text has no closing quote"),
    Production(
      "ml-basic-string-delim", #"x = """""""#, #""x" = """#,
      not: #"x = ""a""""#, "1:7 expected the end of the line"),
    Production(
      "ml-basic-body", #"x = """a\#n"b""c"""""#, #""x" = "a\U0000000a\"b\"\"c\"""#,
      not: #"x = """a"#, "1:5 the text has no closing quote"),
    Production(
      "mlb-content", #"x = """a\#r\#n\\#n b""""#, #""x" = "a\U0000000ab""#,
      not: #"x = """a\#r""""#, "1:9 a control character, U+000D"),
    Production(
      "mlb-char", #"x = """a\n""""#, #""x" = "a\U0000000a""#,
      not: #"x = """\x41""""#, #"1:8 '\' is written '\\' in a text, or the text stands"#),
    Production(
      "mlb-quotes", #"x = """"a""""""#, #""x" = "\"a\"\"""#,
      not: #"x = """a"""""""#, "1:14 expected the end of the line"),
    Production(
      "mlb-unescaped", #"x = """\#t#é""""#, #""x" = "\U00000009#\U000000e9""#,
      not: #"x = """\#u{1B}""""#, "1:8 a control character, U+001B"),
    Production(
      "mlb-escaped-nl", #"x = """a \ \#t\#n\#n  b""""#, #""x" = "a b""#,
      not: #"x = """a \ b""""#, #"1:10 '\' is written '\\' in a text, or the text stands"#),
    Production(
      "literal-string", #"x = 'C:\temp'"#, #""x" = "C:\\temp""#,
      not: "x = 'a\n'", "1:5 the text has no closing quote"),
    Production(
      "apostrophe", #"x = '"'"#, #""x" = "\"""#,
      not: "x = 'it's'", "1:9 expected the end of the line"),
    Production(
      "literal-char", #"x = '\#t\u00e9 é'"#, #""x" = "\U00000009\\u00e9 \U000000e9""#,
      not: "x = '\u{0}'", "1:6 a control character, U+0000"),
    Production(
      "ml-literal-string", "x = '''\n'a'\n'''", #""x" = "'a'\U0000000a""#,
      not: "x = '''a''", "1:5 the text has no closing quote"),
    Production(
      "ml-literal-string-delim", "x = ''''''", #""x" = """#,
      not: "x = ''a'''", "1:7 expected the end of the line"),
    Production(
      "ml-literal-body", "x = '''a\n'b''c''''", #""x" = "a\U0000000a'b''c'""#,
      not: "x = '''a", "1:5 the text has no closing quote"),
    Production(
      "mll-content", "x = '''a\r\nb'''", #""x" = "a\U0000000ab""#,
      not: "x = '''a\r'''", "1:9 a control character, U+000D"),
    Production(
      "mll-char", #"x = '''\#t\"é'''"#, #""x" = "\U00000009\\\"\U000000e9""#,
      not: "x = '''\u{7}'''", "1:8 a control character, U+0007"),
    Production(
      "mll-quotes", "x = ''''a'''''", #""x" = "'a''""#,
      not: "x = '''a''''''", "1:14 expected the end of the line"),
  ]
}
