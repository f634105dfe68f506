extension QueryGrowth {
  /// The statements that a reviewer would call worse than what was agreed, worst first.
  func worsened(since agreed: Baseline, accepting accepted: [AcceptedGrowth]) -> [StatementGrowth] {
    let measured = Baseline(of: self, accepting: accepted)
    guard let difference = BaselineDifference(from: agreed, to: measured) else { return [] }
    return difference.statements
      .filter { $0.judgement == .worse && $0.new != nil }
      .compactMap { worse in statements.first { $0.shape.fingerprint.sql == worse.sql } }
  }
}
