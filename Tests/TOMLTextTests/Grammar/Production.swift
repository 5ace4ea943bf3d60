import Testing

/// A production of the grammar of TOML 1.0 (github.com/toml-lang/toml, `toml.abnf` at 1.0.0), with a
/// text that follows it and one that does not.
struct Production: CustomTestStringConvertible {
  let name: String
  let valid: String
  /// What the text says, in the one spelling of the tests.
  let meaning: String
  let invalid: String
  /// Line, column, and how the sentence begins.
  let fault: String

  init(_ name: String, _ valid: String, _ meaning: String, not invalid: String, _ fault: String) {
    self.name = name
    self.valid = valid
    self.meaning = meaning
    self.invalid = invalid
    self.fault = fault
  }

  var testDescription: String { name }

  static let all = lines + strings + numbers + moments + tables

  /// The names of all productions, in the order of the grammar.
  static let names = """
    toml expression ws wschar newline comment-start-symbol non-ascii non-eol comment
    keyval key simple-key unquoted-key quoted-key dotted-key dot-sep keyval-sep val
    string basic-string quotation-mark basic-char basic-unescaped escaped escape escape-seq-char
    ml-basic-string ml-basic-string-delim ml-basic-body mlb-content mlb-char mlb-quotes
    mlb-unescaped mlb-escaped-nl
    literal-string apostrophe literal-char
    ml-literal-string ml-literal-string-delim ml-literal-body mll-content mll-char mll-quotes
    integer minus plus underscore digit1-9 digit0-7 digit0-1 hex-prefix oct-prefix bin-prefix
    dec-int unsigned-dec-int hex-int oct-int bin-int
    float float-int-part frac decimal-point zero-prefixable-int exp float-exp-part
    special-float inf nan
    boolean true false
    date-time date-fullyear date-month date-mday time-delim time-hour time-minute time-second
    time-secfrac time-numoffset time-offset partial-time full-date full-time
    offset-date-time local-date-time local-date local-time
    array array-open array-close array-values array-sep ws-comment-newline
    table std-table std-table-open std-table-close
    inline-table inline-table-open inline-table-close inline-table-sep inline-table-keyvals
    array-table array-table-open array-table-close
    ALPHA DIGIT HEXDIG
    """
}
