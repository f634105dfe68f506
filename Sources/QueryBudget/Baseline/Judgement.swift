/// Whether what changed is for the worse.
public enum Judgement: String, Sendable, Hashable, Codable, CaseIterable {
  /// More queries, faster growth, a lost index: a regression.
  case worse

  /// Neither worse nor better, such as a statement that reads otherwise and runs as often.
  case changed

  /// Fewer queries, slower growth, an index that is new: an improvement.
  case better

  /// What several changes come to together: worse if one of them is.
  static func of(_ judgements: [Judgement]) -> Judgement {
    if judgements.contains(.worse) { return .worse }
    return judgements.contains(.better) ? .better : .changed
  }
}
