/// A value, and where it begins.
package struct TOMLValue: Sendable {
  /// What a value is.
  package enum Form: Sendable {
    case string(String)
    case integer(Int64)
    case float(Double)
    case boolean(Bool)
    case moment(TOMLMoment)
    case array([TOMLValue])
    case table(TOMLTable)
  }

  /// What it is.
  package let form: Form
  /// Where it begins; a table with a header begins at the last name in it.
  package let place: TOMLPlace

  /// The text, if it is one.
  package var string: String? { if case .string(let string) = form { string } else { nil } }

  /// The whole number, if it is one.
  package var integer: Int64? { if case .integer(let integer) = form { integer } else { nil } }

  /// The number, whole or not, if it is one; a whole one beyond 2⁵³ is rounded.
  package var number: Double? {
    switch form {
    case .integer(let integer): Double(integer)
    case .float(let float): float
    default: nil
    }
  }

  /// Whether it is true, if it is true or false.
  package var boolean: Bool? { if case .boolean(let boolean) = form { boolean } else { nil } }

  /// The date or time, if it is one.
  package var moment: TOMLMoment? { if case .moment(let moment) = form { moment } else { nil } }

  /// The values of the list, if it is one; headers in double brackets make a list of tables.
  package var array: [TOMLValue]? { if case .array(let array) = form { array } else { nil } }

  /// The table, if it is one, however it is written.
  package var table: TOMLTable? { if case .table(let table) = form { table } else { nil } }
}
