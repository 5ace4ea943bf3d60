import XMLTree

/// What every node can carry as an attribute, in the words of Microsoft's editor.
package enum Property: String, CaseIterable, Sendable {
  case name
  case description
  case disable
  case continueOnError
  case successCodes = "successCodeList"
  case runIn
  case startIn
  case timeout
  case retryCount

  /// The attribute it is written in.
  package var attribute: String { rawValue }

  /// The label of Microsoft's editor.
  package var label: String {
    switch self {
    case .name: "Name"
    case .description: "Description"
    case .disable: "Disable this step"
    case .continueOnError: "Continue on error"
    case .successCodes: "Success codes"
    case .runIn: "Run in"
    case .startIn: "Start in"
    case .timeout: "Time-out (minutes)"
    case .retryCount: "Retry count"
    }
  }

  /// Whether it is one of true and false, false when not written.
  package var isSwitch: Bool { self == .disable || self == .continueOnError }

  /// Whether nodes of that kind have it: groups carry no options of an action
  /// (FACTS.md, “Options of a node”).
  package func applies(to kind: TaskNode.Kind) -> Bool {
    switch kind {
    case .sequence: self == .name || self == .description
    case .group:
      self == .name || self == .description || self == .disable || self == .continueOnError
    case .step: true
    case .childSequence: self != .runIn && self != .startIn
    }
  }

  /// Where a step may run, as it is written and in words.
  package static let places = [
    (value: "WinPE", words: "Windows PE only"), (value: "FullOS", words: "full Windows only"),
    (value: "WinPEandFullOS", words: "Windows PE and full Windows"),
  ]

  /// What is wrong with a value, nil when nothing is.
  ///
  /// Source: FACTS.md, “Options of a node”.
  package func fault(in value: String) -> String? {
    switch self {
    case .name where value.isEmpty: "a name has 1 to 100 characters; this one is empty"
    case .name where value.count > 100:
      "a name has 1 to 100 characters; this one has \(value.count)"
    case .description where value.count > 255:
      "a description has at most 255 characters; this one has \(value.count)"
    case .successCodes where !Self.isListOfIntegers(value):
      "success codes are whole numbers with blanks between them, such as 0 3010"
    case .runIn where !Self.places.contains(where: { $0.value == value }) && !value.isEmpty:
      "run in is WinPE, FullOS or WinPEandFullOS"
    case .timeout where UInt32(value) == nil && !value.isEmpty:
      "a time-out is minutes, such as 15 or 1:30"
    case .timeout where !value.isEmpty && !(60...999 * 60).contains(UInt32(value) ?? 0):
      "a time-out is 1 to 999 minutes"
    case _ where isSwitch && !["true", "false"].contains(value.lowercased()):
      "\(label.lowercased()) is true or false"
    case .retryCount where UInt32(value) == nil && !value.isEmpty: "a retry count is a whole number"
    default: nil
    }
  }

  /// Whether a value, as it is spelled, is beyond doubt sound; false asks for a closer look.
  ///
  /// Spares making strings of the values of a long sequence, nearly all of which are sound.
  func isSurelySound(spelled value: ArraySlice<UInt8>) -> Bool {
    switch self {
    case .startIn: true
    case .disable, .continueOnError:
      value.elementsEqual("true".utf8) || value.elementsEqual("false".utf8)
    // Characters take at least a byte each, references more.
    case .name: 1...100 ~= value.count
    case .description: value.count <= 255
    // Two digits can be less than a minute.
    case .timeout, .retryCount:
      (self == .timeout ? 3...4 : 0...4).contains(value.count)
        && value.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    case .runIn: Self.places.contains { value.elementsEqual($0.value.utf8) }
    case .successCodes:
      1...18 ~= value.count && value.first != UInt8(ascii: " ")
        && value.allSatisfy { $0 == 0x20 || UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    }
  }

  /// The property whose attribute has that name.
  init?(spelled name: ArraySlice<UInt8>) {
    // Length and first letter leave one to compare with; this is asked of every attribute of a file.
    let candidate: Property? =
      switch (name.count, name.first) {
      case (4, UInt8(ascii: "n")): .name
      case (5, UInt8(ascii: "r")): .runIn
      case (7, UInt8(ascii: "d")): .disable
      case (7, UInt8(ascii: "s")): .startIn
      case (7, UInt8(ascii: "t")): .timeout
      case (10, UInt8(ascii: "r")): .retryCount
      case (11, UInt8(ascii: "d")): .description
      case (15, UInt8(ascii: "c")): .continueOnError
      case (15, UInt8(ascii: "s")): .successCodes
      default: nil
      }
    guard let candidate, name.elementsEqual(candidate.attribute.utf8) else { return nil }
    self = candidate
  }

  private static func isListOfIntegers(_ value: String) -> Bool {
    let parts = value.split(separator: " ")
    return !parts.isEmpty && parts.allSatisfy { Int64($0) != nil }
  }
}

extension TaskNode {
  /// What is wrong with its own values by documented limits, in the order of `Property`.
  ///
  /// Costs next to nothing where nothing is.
  package var faults: [(property: Property, reason: String)] {
    var faults: [(property: Property, reason: String)] = []
    element.forEachAttribute { name, value in
      guard let property = Property(spelled: name), property.applies(to: kind),
        !property.isSurelySound(spelled: value),
        let reason = property.fault(in: Spelling.attribute.value(of: value))
      else { return }
      faults.append((property, reason))
    }
    guard faults.count > 1 else { return faults }
    return Property.allCases.flatMap { property in faults.filter { $0.property == property } }
  }

  /// The value of a property as it is written; nil when it is not.
  package func value(of property: Property) -> String? { element.attribute(property.attribute) }

  /// Whether a switch is on.
  package func isOn(_ property: Property) -> Bool { value(of: property)?.lowercased() == "true" }
}
