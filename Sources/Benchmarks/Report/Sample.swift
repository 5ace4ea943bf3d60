/// Measurements of one thing, taken one after the other.
struct Sample {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) { values.append(value) }

  mutating func add(_ time: Duration) { add(time.milliseconds) }

  var isEmpty: Bool { values.isEmpty }

  var median: Double { quantile(0.5) }

  /// The value that so large a part of all does not exceed.
  func quantile(_ part: Double) -> Double {
    let sorted = values.sorted()
    guard !sorted.isEmpty else { return .nan }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }
}

extension Duration {
  var milliseconds: Double { self / .milliseconds(1) }
}

/// A number with as many digits as it deserves.
func short(_ value: Double) -> String {
  guard value.isFinite else { return "–" }
  if value >= 99.5 { return String(Int(value.rounded())) }
  let places: Double = value >= 9.95 ? 10 : value >= 0.995 ? 100 : 1000
  let rounded = (value * places).rounded() / places
  return String(rounded)
}
