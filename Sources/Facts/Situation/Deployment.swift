/// What a `tsedit.toml` states of a deployment, as far as a run needs it.
package struct Deployment: Equatable, Sendable {
  /// How it is started.
  package let launch: Launch?
  /// Minutes.
  package let maximumRunTime: Int?
  /// Minutes.
  package let maintenanceWindow: Int?

  /// The deployment of that name in the table `deployments` of a file; nil where there is none.
  ///
  /// What else the file states is for others.
  /// - Throws: the first fault with its line.
  package static func named(
    _ name: String, in bytes: [UInt8]
  ) throws(FactFault) -> Deployment? {
    let file = try FactTable(reading: bytes)
    guard let all = file["deployments"], let value = try all.table("deployments")[name] else {
      return nil
    }
    return try Deployment(value.table(name))
  }

  private init(_ table: FactTable) throws(FactFault) {
    let launches = Launch.allCases.map(\.rawValue)
    launch = Launch(rawValue: try table["start"]?.text("start", among: launches) ?? "")
    maximumRunTime = try Self.minutes("maximumRunTime", table)
    maintenanceWindow = try Self.minutes("maintenanceWindow", table)
  }

  private static func minutes(_ name: String, _ table: FactTable) throws(FactFault) -> Int? {
    guard let value = table[name] else { return nil }
    let minutes = try value.integer(name)
    guard (0...1_000_000).contains(minutes) else {
      throw value.refusal(name, "a number of minutes")
    }
    return minutes
  }

  /// What comes of a run of some seconds, a sentence each without its full stop.
  ///
  /// A deployment starts in a maintenance window only if its maximum run time fits; what has started
  /// runs on (Microsoft's article on maintenance windows).
  package func remarks(onRunOf seconds: Int?) -> [String] {
    var remarks: [String] = []
    if let window = maintenanceWindow, let most = maximumRunTime, most > window {
      remarks.append(
        "it never starts: \(most) min of run time do not fit a window of \(window) min")
    }
    if let seconds, let most = maximumRunTime, seconds > most * 60 {
      remarks.append("it takes longer than its maximum run time of \(most) min")
    }
    return remarks
  }
}
