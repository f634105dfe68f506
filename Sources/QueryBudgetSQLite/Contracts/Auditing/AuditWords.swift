import QueryBudget

/// Which words of an audit log mean which change.
struct AuditWords: Sendable, Hashable {
  private var kinds: [String: StatementKind] = [:]

  init(inserts: [String] = [], updates: [String] = [], deletes: [String] = []) {
    let usual: [(StatementKind, [String])] = [
      (.insert, ["insert", "inserted", "create", "created", "add", "added", "new", "i", "c"]),
      (
        .update,
        [
          "update", "updated", "change", "changed", "edit", "edited", "modify", "modified", "patch",
          "u",
        ]
      ),
      (.delete, ["delete", "deleted", "remove", "removed", "destroy", "destroyed", "d"]),
    ]
    for (kind, words) in usual + [(.insert, inserts), (.update, updates), (.delete, deletes)] {
      for word in words { kinds[AuditPart.folded(word)] = kind }
    }
  }

  /// The change that a word means; of `article.created` the last part counts where the whole is
  /// unknown.
  func kind(of word: String) -> StatementKind? {
    if let kind = kinds[AuditPart.folded(word)] { return kind }
    let parts = word.split { !$0.isLetter && !$0.isNumber }
    return parts.last.flatMap { kinds[AuditPart.folded(String($0))] }
  }
}
