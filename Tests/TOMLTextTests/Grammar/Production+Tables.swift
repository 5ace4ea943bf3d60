extension Production {
  /// Lists and tables.
  static let tables = [
    Production(
      "array", "x = [1, 'a', [true], {b = 1}]", #""x" = [1, "a", [true], {"b" = 1}]"#,
      not: "x = [1", "1:7 expected ',' or ']'"),
    Production(
      "array-open", "x = [\n1]", #""x" = [1]"#,
      not: "x = (1)", "1:5 expected a text in quotes"),
    Production(
      "array-close", "x = [1\n]", #""x" = [1]"#,
      not: "x = [1)", "1:7 expected ',' or ']'"),
    Production(
      "array-values", "x = [1, 2, ]", #""x" = [1, 2]"#,
      not: "x = [, 1]", "1:6 expected a text in quotes"),
    Production(
      "array-sep", "x = [1 , 2]", #""x" = [1, 2]"#,
      not: "x = [1 2]", "1:8 expected ',' or ']'"),
    Production(
      "ws-comment-newline", "x = [ # one\n 1 # two\n , # three\n 2 ]", #""x" = [1, 2]"#,
      not: "x = [ 1 # two ]", "1:16 expected ',' or ']'"),
    Production(
      "table", "[a]\nb = 1\n[[c]]\nd = 2\n[[c]]\n", #""a" = {"b" = 1}, "c" = [{"d" = 2}, {}]"#,
      not: "[a]\n[a]", "2:2 'a' is a table already, from line 1, column 2"),
    Production(
      "std-table", "[a.b]\nc = 1\n[a]\nd = 2", #""a" = {"b" = {"c" = 1}, "d" = 2}"#,
      not: "[]", "1:2 expected a name"),
    Production(
      "std-table-open", "[ a ]", #""a" = {}"#,
      not: "[\na]", "1:2 expected a name"),
    Production(
      "std-table-close", "[a\t]", #""a" = {}"#,
      not: "[a", "1:3 expected ']'"),
    Production(
      "inline-table", "x = { a = 1, b.c = 2 }\ny = {}",
      #""x" = {"a" = 1, "b" = {"c" = 2}}, "y" = {}"#,
      not: "x = { a = 1\n}", "1:12 expected ',' or '}'"),
    Production(
      "inline-table-open", "x = {\t}", #""x" = {}"#,
      not: "x = {\n}", "1:6 expected a name"),
    Production(
      "inline-table-close", "x = { a = [\n] }", #""x" = {"a" = []}"#,
      not: "x = { a = 1 ]", "1:13 expected ',' or '}'"),
    Production(
      "inline-table-sep", "x = {a=1\t,\tb=2}", #""x" = {"a" = 1, "b" = 2}"#,
      not: "x = {a=1 b=2}", "1:10 expected ',' or '}'"),
    Production(
      "inline-table-keyvals", "x = { a = { b = { } } }", #""x" = {"a" = {"b" = {}}}"#,
      not: "x = { a = 1, }", "1:14 expected a name"),
    Production(
      "array-table", "[[a]]\n[[a.b]]\n[a.b.c]\n[[a.b]]", #""a" = [{"b" = [{"c" = {}}, {}]}]"#,
      not: "[a]\n[[a]]", "2:3 'a' is a table already, from line 1, column 2"),
    Production(
      "array-table-open", "[[ a ]]", #""a" = [{}]"#,
      not: "[ [a]]", "1:3 expected a name"),
    Production(
      "array-table-close", "[[a ]]", #""a" = [{}]"#,
      not: "[[a] ]", "1:5 expected ']]'"),
    Production(
      "ALPHA", "azAZ = 1", #""azAZ" = 1"#,
      not: "ä = 1", "1:1 expected a name"),
    Production(
      "DIGIT", "0 = 9", #""0" = 9"#,
      not: "0 = ٩", "1:5 expected a text in quotes"),
    Production(
      "HEXDIG", "x = 0x09afAF", #""x" = 634799"#,
      not: "x = 0x0g", "1:5 '0x0g' is no number: they are written"),
  ]
}
