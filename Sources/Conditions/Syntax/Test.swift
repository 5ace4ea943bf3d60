/// What one `<expression>` asks of the machine, by its type.
package enum Test: Equatable, Sendable {
  /// A task sequence variable: `PHASE = VALIDATION`.
  case variable(VariableTest)
  /// A WMI query that must return something.
  case query(QueryTest)
  /// A file, its version and its date.
  case file(FileTest)
  /// A folder and its date.
  case folder(FolderTest)
  /// A key, a value or the data of the registry.
  case registry(RegistryTest)
  /// A product installed by Windows Installer.
  case software(SoftwareTest)
  /// MDT's test of architecture and version of Windows.
  case system(SystemTest)
  /// An expression of a type nothing is known of, or one that lacks what its type needs.
  case other(type: String, settings: [Setting])
}

/// A task sequence variable held against a value.
package struct VariableTest: Equatable, Sendable {
  package var name: String
  package var comparison: Comparison
  /// Empty for `exists` and `not exists`.
  package var value: String

  package init(_ name: String, _ comparison: Comparison, _ value: String = "") {
    self.name = name
    self.comparison = comparison
    self.value = value
  }
}

/// A WMI query.
package struct QueryTest: Equatable, Sendable {
  package var query: String
  package var namespace: String
  /// Whether a query that fails counts as one that found nothing, instead of an error.
  package var ignoresErrors: Bool

  /// Where queries look unless they say otherwise.
  package static let usualNamespace = "root\\cimv2"

  package init(
    _ query: String, in namespace: String = usualNamespace, ignoresErrors: Bool = false
  ) {
    self.query = query
    self.namespace = namespace
    self.ignoresErrors = ignoresErrors
  }
}

/// A value and how something is held against it.
package struct Bound: Equatable, Sendable {
  package var comparison: Comparison
  package var value: String

  package init(_ comparison: Comparison, _ value: String) {
    self.comparison = comparison
    self.value = value
  }
}

/// A file that must be there; with a version or a date these must hold too.
package struct FileTest: Equatable, Sendable {
  package var path: String
  /// `a.b.c.d`.
  package var version: Bound?
  /// When it was changed last, UTC, as WMI writes it.
  package var date: Bound?

  package init(_ path: String, version: Bound? = nil, date: Bound? = nil) {
    self.path = path
    self.version = version
    self.date = date
  }
}

/// A folder that must be there; with a date that must hold too.
package struct FolderTest: Equatable, Sendable {
  package var path: String
  /// When it was changed last, UTC, as WMI writes it.
  package var date: Bound?

  package init(_ path: String, date: Bound? = nil) {
    self.path = path
    self.date = date
  }
}

/// A key, a value or the data of a value of the registry.
package struct RegistryTest: Equatable, Sendable {
  /// With the long name of its root, as the XML has it.
  package var key: String
  /// The value's name; empty is the key's default value, nil means the key itself is asked for.
  package var value: String?
  /// `REG_SZ` and its like.
  package var type: String
  package var comparison: Comparison
  /// What the value holds; empty for `exists` and `not exists`.
  package var data: String

  package init(
    _ key: String, value: String? = nil, type: String = "REG_SZ", _ comparison: Comparison,
    _ data: String = ""
  ) {
    self.key = key
    self.value = value
    self.type = type
    self.comparison = comparison
    self.data = data
  }

  /// The types of values, those the console offers first.
  package static let types = [
    "REG_SZ", "REG_EXPAND_SZ", "REG_DWORD", "REG_QWORD", "REG_MULTI_SZ", "REG_BINARY", "REG_NONE",
  ]

  /// The roots: short as people write them, long as the XML has them.
  package static let roots: [(short: String, long: String)] = [
    ("HKLM", "HKEY_LOCAL_MACHINE"), ("HKCU", "HKEY_CURRENT_USER"), ("HKU", "HKEY_USERS"),
    ("HKCC", "HKEY_CURRENT_CONFIG"), ("HKCR", "HKEY_CLASSES_ROOT"),
  ]
}

/// A product of Windows Installer; what is nil is not written in the XML.
package struct SoftwareTest: Equatable, Sendable {
  /// Whether any product of the same upgrade code will do.
  package var isAnyVersion: Bool
  package var product: String?
  package var upgrade: String?
  package var name: String?
  package var version: String?

  package init(
    isAnyVersion: Bool, product: String? = nil, upgrade: String? = nil, name: String? = nil,
    version: String? = nil
  ) {
    self.isAnyVersion = isAnyVersion
    self.product = product
    self.upgrade = upgrade
    self.name = name
    self.version = version
  }
}

/// MDT's test of architecture and version of Windows.
package struct SystemTest: Equatable, Sendable {
  /// `X86` or `X64`.
  package var architecture: String
  package var comparison: Comparison
  /// `6.30.9600.0`, `10.00.22000.0`.
  package var version: String

  package init(_ architecture: String, _ comparison: Comparison, _ version: String) {
    self.architecture = architecture
    self.comparison = comparison
    self.version = version
  }
}
