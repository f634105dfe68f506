extension ContractResult {
  /// What a failing test says, or nil when the contract is kept.
  public var failure: String? {
    switch verdict {
    case .kept: nil
    case .inconclusive(let doubt): "\(name): inconclusive. \(doubt)"
    case .broken: ([headline] + violations.map(\.paragraph)).joined(separator: "\n\n")
    }
  }

  private var headline: String {
    let calls = FailureText.counted(self.calls, "call")
    return "\(name) is not \(contract), as \(calls) showed."
  }
}

extension ContractViolation {
  private static let mostRows = 10

  fileprivate var paragraph: String {
    let place = statement?.callSite.map { ", at \($0)" } ?? ""
    var lines = ["  " + summary + place]
    if let statement { lines.append("    " + Fingerprint(of: statement.sql).sql) }
    lines += rows.prefix(Self.mostRows).map { "      \($0)" }
    if rows.count > Self.mostRows {
      let more = FailureText.counted(rows.count - Self.mostRows, "more row")
      lines.append("      and \(more)")
    }
    return (lines + advice.map { "    " + $0 }).joined(separator: "\n")
  }
}
