import QueryBudget

/// What lies at one path in two states.
struct FilePair: Sendable {
  let path: String
  let old: BaselineContents
  let new: BaselineContents

  /// What became of it; nil where nothing did.
  ///
  /// Throws a ``BaselineError`` where either can't be read.
  func change() throws -> BaselineChange? {
    if case .bytes(let old, _) = old, case .bytes(let new, _) = new, old == new { return nil }
    return try BaselineChange(path: path, old: old.baseline(), new: new.baseline())
  }
}
