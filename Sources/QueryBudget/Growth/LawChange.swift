/// A law that is another one now, and which of them is worse.
///
/// ```swift
/// let change = difference.queries
/// #expect(change?.description == "1 -> 1 + articles")
/// #expect(change?.judgement == .worse)
/// ```
public struct LawChange: Sendable, Hashable {
  /// The law as it was agreed.
  public let old: String

  /// The law as it was found.
  public let new: String

  /// Which of them is worse: that which counts more where the most rows are, and then at the other
  /// scales.
  public let judgement: Judgement

  /// By how much the count rises where the most rows are; 0 where the two can't be compared.
  public let increase: Double

  /// Whether the new law rises with the rows where the old one didn't, or rises in another way than
  /// by so many a row: a line became a product or worse.
  public let risesFaster: Bool

  /// Compares two laws, each over axes of its own; nil where both read the same.
  init?(from old: MeasuredLaw, to new: MeasuredLaw) {
    guard old.text != new.text else { return nil }
    self.old = old.text
    self.new = new.text
    risesFaster = new.degree > old.degree
    let differences = MeasuredLaw.differences(from: old, to: new)
    increase = differences.last ?? 0
    if let decisive = differences.last(where: { $0 != 0 }) {
      judgement = decisive > 0 ? .worse : .better
    } else if differences.isEmpty, new.degree > 0 {
      // What can't be compared is no improvement.
      judgement = .worse
    } else {
      judgement = .changed
    }
  }
}

extension LawChange: CustomStringConvertible {
  /// `3 -> 3 + articles`.
  public var description: String { "\(old) -> \(new)" }
}
