import Testing

/// Cases of the prose of TOML 1.0 (toml.io/en/v1.0.0), which the grammar leaves open.
@Suite("What is defined stays as it is")
struct RedefinitionTests {
  @Test(arguments: [
    ("[a.b]\n[a]", #""a" = {"b" = {}}"#),
    ("[a.b]\n[a.c]\n[a]\nd = 1", #""a" = {"b" = {}, "c" = {}, "d" = 1}"#),
    ("a.b = 1\na.c.d = 2\na.c.e = 3", #""a" = {"b" = 1, "c" = {"d" = 2, "e" = 3}}"#),
    ("[f]\na.c = 1\n[f.a.t]\nb = 2", #""f" = {"a" = {"c" = 1, "t" = {"b" = 2}}}"#),
    ("[a.b.c]\n[a]\nb.d = 1", #""a" = {"b" = {"c" = {}, "d" = 1}}"#),
    ("[[a]]\n[a.b]\n[[a]]\n[a.b]", #""a" = [{"b" = {}}, {"b" = {}}]"#),
    ("3.14 = 1", #""3" = {"14" = 1}"#),
    ("a = {b.c = 1, b.d = 2}", #""a" = {"b" = {"c" = 1, "d" = 2}}"#),
    ("a = [{b = 1}, {b = 2}]", #""a" = [{"b" = 1}, {"b" = 2}]"#),
  ]) func allowed(_ text: String, _ meaning: String) {
    #expect(outcome(text) == meaning)
  }

  @Test(arguments: [
    ("a = 1\n'a' = 2", "2:1 'a' is set already, in line 1, column 1"),
    ("a = 1\n[a]", "2:2 'a' is set already, in line 1, column 1"),
    ("a = 1\n[a.b]", "2:2 'a' is set already, in line 1, column 1"),
    ("a = 1\n[[a]]", "2:3 'a' is set already, in line 1, column 1"),
    ("a = 1\na.b = 2", "2:1 'a' is set already, in line 1, column 1"),
    ("a.b = 1\na = 2", "2:1 'a' is a table already, from line 1, column 1"),
    ("a.b = 1\n[a]", "2:2 'a' is a table already, from line 1, column 1"),
    ("[a]\n[b]\n[a]", "3:2 'a' is a table already, from line 1, column 2"),
    ("[a.b]\n[a]\n[a]", "3:2 'a' is a table already, from line 2, column 2"),
    ("[a.b]\n[a]\nb = 1", "3:1 'b' is a table already, from line 1, column 4"),
    ("[a.b]\n[a]\nb.c = 1", "3:1 'b' is a table already, from line 1, column 4"),
    ("[a.b.c.d]\n[a]\nb.c.d.e = 1", "3:5 'd' is a table already, from line 1, column 8"),
    ("[a.b.c]\n[a]\nb.d = 1\n[a.b]", "4:4 'b' is a table already, from line 1, column 4"),
    ("[f]\na.c = 1\n[f.a]", "3:4 'a' is a table already, from line 2, column 1"),
    ("[a.b]\n[[a]]", "2:3 'a' is a table already, from line 1, column 2"),
    ("[[a]]\n[a]", "2:2 'a' is a list of tables already, from line 1, column 3"),
    ("[[a.b]]\n[a]\nb.c = 1", "3:1 'b' is a list of tables already, from line 1, column 5"),
    ("a = []\n[[a]]", "2:3 'a' is set already, in line 1, column 1"),
    ("a = {}\na.b = 1", "2:1 'a' is set already, in line 1, column 1"),
    ("a = {}\n[a.b]", "2:2 'a' is set already, in line 1, column 1"),
    ("a = {b = 1, b = 2}", "1:13 'b' is set already, in line 1, column 6"),
    ("a = {b = {}, b.c = 2}", "1:14 'b' is set already, in line 1, column 6"),
    ("a = [{b = {}}]\n[a.b]", "2:2 'a' is set already, in line 1, column 1"),
  ]) func refused(_ text: String, _ fault: String) {
    #expect(outcome(text) == fault)
  }
}
