import QueryBudget
import QueryBudgetSQLite

/// The series of a column's values.
extension PlanDraft {
  /// A series of a column's values inside of what is known of them.
  func series(of column: String, _ variety: Variety) -> ValueSeries? {
    guard let described = table.column(column) else { return nil }
    let facts = facts(of: column)
    func make(_ domain: ValueDomain) -> ValueSeries? {
      SeriesMaker.series(
        for: described, in: table, domain: domain, variety: variety, seed: seed)
    }
    guard var series = make(facts.domain) else { return nil }
    if isCaseBlind(column), series.mixesCases {
      var domain = facts.domain
      domain.letterCase = domain.letterCase ?? .upper
      series = make(domain) ?? series
    }
    guard !facts.excluded.isEmpty else { return series }
    if let count = series.distinctCount, count <= 64 {
      let values = (1...max(count, 1)).map(series.value)
      let allowed = values.filter { value in !facts.excluded.contains { $0.isEqual(to: value) } }
      if allowed.count == values.count { return series }
      var domain = facts.domain
      domain.choices = allowed
      return allowed.isEmpty ? nil : make(domain)
    }
    guard described.affinity == .integer, let domain = facts.domainBesideExcluded else {
      return series
    }
    return make(domain) ?? series
  }

  /// Whether a unique key takes its upper-case and lower-case letters for the same.
  private func isCaseBlind(_ column: String) -> Bool {
    rules.keys.contains { key in
      zip(key.key.terms, key.key.collations).contains { term, collation in
        term == .column(column) && collation == "NOCASE"
      }
    }
  }
}

extension ValueSeries {
  /// Whether upper-case and lower-case letters tell its values apart.
  var mixesCases: Bool {
    switch self {
    case .text(let pattern):
      pattern.parts.contains { part in
        guard case .code(let alphabet, _, _) = part else { return false }
        return alphabet.contains { $0.isUppercase && alphabet.contains($0.lowercased()) }
      }
    case .repeating(let inner, _): inner.mixesCases
    default: false
    }
  }
}
