import QueryBudget

/// Why something happened twice or not at all, and the way out.
enum RepeatAdvice {
  /// For rows that the second run wrote; `isRepeated` says whether the first one had run the same
  /// statement, and committed it.
  static func advice(for kind: StatementKind, isRepeated: Bool) -> [String] {
    switch kind {
    case .insert where isRepeated:
      [
        "Inserted twice: nothing tells the second run that the row is there. Put a unique index on "
          + "what makes it the same row, and insert with ON CONFLICT DO NOTHING."
      ]
    case .update where isRepeated:
      [
        "Changed twice, the second time from what the first had left: write down in the same "
          + "transaction that it is done, and ask for that before it is done again."
      ]
    case .delete: ["The second run deleted what the first had left."]
    default: []
    }
  }

  /// For effects that are not those of one run.
  static func effects(_ difference: EffectDifference) -> [String] {
    var advice: [String] = []
    if !difference.surplus.isEmpty {
      advice.append(
        "Nothing tells the receiver that it is the same one: hand over a key that is the same in "
          + "each run (an idempotency key, a message id).")
    }
    if !difference.missing.isEmpty {
      advice.append(
        "What is marked as done is not done again: mark it behind it, and hand over a key that is "
          + "the same in each run.")
    }
    return advice
  }
}
