package import TOMLText

/// One spelling of everything that is read, as TOML: two are equal when what they say is.
extension TOMLTable {
  /// The table as a document, each setting on a line of its own.
  package var spelled: String { settings.map { $0 + "\n" }.joined() }

  fileprivate var settings: [String] {
    entries.map { "\(String.spelled($0.key.name)) = \($0.value.spelled)" }
  }
}

extension TOMLValue {
  /// The value on one line.
  package var spelled: String {
    switch form {
    case .string(let string): .spelled(string)
    case .integer(let integer): "\(integer)"
    case .float(let float): "\(float)"
    case .boolean(let boolean): "\(boolean)"
    case .moment(let moment): moment.spelled
    case .array(let array): "[" + array.map(\.spelled).joined(separator: ", ") + "]"
    case .table(let table): "{" + table.settings.joined(separator: ", ") + "}"
    }
  }
}

extension TOMLMoment {
  fileprivate var spelled: String {
    let day = date.map { "\($0.year.padded(4))-\($0.month.padded(2))-\($0.day.padded(2))" }
    let clock = time.map {
      "\($0.hour.padded(2)):\($0.minute.padded(2)):\($0.second.padded(2))"
        + ($0.nanosecond == 0 ? "" : ".\($0.nanosecond.padded(9))")
    }
    let zone = offset.map {
      ($0 < 0 ? "-" : "+") + "\((abs($0) / 60).padded(2)):\((abs($0) % 60).padded(2))"
    }
    return [day, clock].compactMap(\.self).joined(separator: "T") + (zone ?? "")
  }
}

extension Int {
  fileprivate func padded(_ width: Int) -> String {
    let digits = String(self)
    return String(repeating: "0", count: Swift.max(0, width - digits.count)) + digits
  }
}

extension String {
  fileprivate static func spelled(_ text: String) -> String {
    let scalars = text.unicodeScalars.map { scalar in
      switch scalar {
      case "\"", "\\": "\\\(scalar)"
      case " "..."~": String(scalar)
      default: "\\U" + String(repeating: "0", count: 8 - scalar.digits.count) + scalar.digits
      }
    }
    return "\"" + scalars.joined() + "\""
  }
}

extension Unicode.Scalar {
  fileprivate var digits: String { String(value, radix: 16) }
}
