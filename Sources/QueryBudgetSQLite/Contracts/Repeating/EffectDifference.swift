/// How the effects of several calls differ from those of one.
struct EffectDifference: Hashable {
  /// What happened too often.
  let surplus: [String]

  /// What did not happen.
  let missing: [String]

  init(_ effects: [String], _ comparison: EffectComparison) {
    surplus = comparison.surplus(effects, over: comparison.expected)
    missing = comparison.surplus(comparison.expected, over: effects)
  }

  var isEmpty: Bool { surplus.isEmpty && missing.isEmpty }

  /// What happened, a sentence each.
  var sentences: [String] {
    var sentences: [String] = []
    if !surplus.isEmpty { sentences.append("Happened once more: \(Self.listed(surplus)).") }
    if !missing.isEmpty { sentences.append("Never happened: \(Self.listed(missing)).") }
    return sentences
  }

  private static func listed(_ effects: [String]) -> String {
    let shown = effects.prefix(5).map { "«\($0)»" }.joined(separator: ", ")
    return effects.count > 5 ? shown + " and \(effects.count - 5) more" : shown
  }
}
