/// A language of Windows.
///
/// "Operating System Language" is no expression of its own: it is a WMI query the console writes in one
/// spelling and recognises by it.
package struct SystemLanguage: Equatable, Sendable {
  /// Microsoft's number of a language and region.
  package let number: Int

  /// The language of a number or of a tag such as `en-US`; nil when it is neither.
  package static func named(_ name: String) -> SystemLanguage? {
    if let number = Int(name), number > 0, "\(number)" == name {
      return SystemLanguage(number: number)
    }
    return known.first { $0.tag.lowercased() == name.lowercased() }.map {
      SystemLanguage(number: $0.number)
    }
  }

  private init(number: Int) { self.number = number }

  /// The language a query asks for; nil when it is spelled in another way than the console's.
  package init?(_ query: QueryTest) {
    let (head, tail) = Self.spelling
    guard query.namespace == QueryTest.usualNamespace, !query.ignoresErrors,
      query.query.hasPrefix(head), query.query.hasSuffix(tail)
    else { return nil }
    let name = query.query.dropFirst(head.count).dropLast(tail.count)
    guard let number = Int(name), number > 0, "\(number)" == name else { return nil }
    self.number = number
  }

  private static let spelling = (
    "SELECT OsLanguage FROM Win32_OperatingSystem WHERE OsLanguage='", "'"
  )

  /// The query the console writes.
  package var query: QueryTest {
    QueryTest(Self.spelling.0 + "\(number)" + Self.spelling.1)
  }

  /// How it is written: the tag where there is one, else the number.
  package var text: String { Self.known.first { $0.number == number }?.tag ?? "\(number)" }

  /// The language in words; its number when it has no name here.
  package var words: String {
    Self.known.first { $0.number == number }?.words ?? "language \(number)"
  }

  /// Those offered by name: Microsoft's LCIDs of the languages Windows is sold in.
  package static let known: [(number: Int, tag: String, words: String)] = [
    (1025, "ar-SA", "Arabic (Saudi Arabia)"), (1026, "bg-BG", "Bulgarian"),
    (1028, "zh-TW", "Chinese (Taiwan)"), (1029, "cs-CZ", "Czech"), (1030, "da-DK", "Danish"),
    (1031, "de-DE", "German"), (1032, "el-GR", "Greek"), (1033, "en-US", "English (United States)"),
    (1035, "fi-FI", "Finnish"), (1036, "fr-FR", "French"), (1037, "he-IL", "Hebrew"),
    (1038, "hu-HU", "Hungarian"), (1040, "it-IT", "Italian"), (1041, "ja-JP", "Japanese"),
    (1042, "ko-KR", "Korean"), (1043, "nl-NL", "Dutch"), (1044, "nb-NO", "Norwegian"),
    (1045, "pl-PL", "Polish"), (1046, "pt-BR", "Portuguese (Brazil)"), (1048, "ro-RO", "Romanian"),
    (1049, "ru-RU", "Russian"), (1050, "hr-HR", "Croatian"), (1051, "sk-SK", "Slovak"),
    (1053, "sv-SE", "Swedish"), (1054, "th-TH", "Thai"), (1055, "tr-TR", "Turkish"),
    (1058, "uk-UA", "Ukrainian"), (1060, "sl-SI", "Slovenian"), (1061, "et-EE", "Estonian"),
    (1062, "lv-LV", "Latvian"), (1063, "lt-LT", "Lithuanian"), (1066, "vi-VN", "Vietnamese"),
    (2052, "zh-CN", "Chinese (China)"), (2055, "de-CH", "German (Switzerland)"),
    (2057, "en-GB", "English (United Kingdom)"), (2058, "es-MX", "Spanish (Mexico)"),
    (2070, "pt-PT", "Portuguese (Portugal)"), (2074, "sr-Latn-CS", "Serbian (Latin)"),
    (3076, "zh-HK", "Chinese (Hong Kong)"), (3082, "es-ES", "Spanish (Spain)"),
    (3084, "fr-CA", "French (Canada)"),
  ]
}
