import Foundation

/// SplitMix64: small, fast, and the same on every machine for the same seed.
package struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  /// Seeds that lie close together must not give streams that overlap.
  package init(_ seed: UInt64) { state = (seed ^ 0x5DEE_CE66) &* 0xD134_2543_DE82_EF95 }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  /// True in so many of a hundred cases.
  package mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// A number from 0, less than `limit`.
  package mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(max(limit, 1))) }

  /// One of some choices, of which there must be one.
  package mutating func pick<T>(_ choices: [T]) -> T { choices[below(choices.count)] }

  /// Seeds for `count` runs: the same ones each time, unless `TSEDIT_SEED` names the first.
  package static func seeds(_ count: UInt64) -> [UInt64] {
    let first = ProcessInfo.processInfo.environment["TSEDIT_SEED"].flatMap { UInt64($0) } ?? 1
    return (first..<first + count).map { $0 }
  }
}
