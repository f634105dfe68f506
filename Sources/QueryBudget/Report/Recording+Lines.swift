extension Recording {
  /// Paragraphs for a failure text: what ran, most often first, and what was left out.
  func lines(counting kinds: Set<StatementKind>) -> [String] {
    let counted = tallies.filter { kinds.contains($0.shape.kind) }
    let rows = counted.sorted { $0.runs > $1.runs }.map { tally in
      "  \(tally.runs) × \(tally.shape.fingerprint.sql)"
    }
    let others = tallies.filter { !kinds.contains($0.shape.kind) }
    let byKind = Dictionary(grouping: others, by: \.shape.kind)
      .map { "\($0.value.map(\.runs).reduce(0, +)) \($0.key)" }.sorted()
    let leftOut = byKind.isEmpty ? [] : ["  not counted: " + byKind.joined(separator: ", ")]
    return [rows, leftOut].filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
  }
}
