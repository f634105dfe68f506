/// A scale was asked for an axis that its measurement doesn't have.
public struct UnknownAxis: Error, Sendable, Hashable {
  /// The name that was asked for.
  public let name: String

  /// The axes that there are.
  public let known: [String]

  /// An axis that isn't among the known ones.
  public init(name: String, known: [String]) {
    self.name = name
    self.known = known
  }
}

extension UnknownAxis: CustomStringConvertible {
  /// `No axis artcles: this measurement grows articles and tags.`
  public var description: String {
    known.isEmpty
      ? "No axis \(name): this measurement grows nothing."
      : "No axis \(name): this measurement grows \(FailureText.listed(known))."
  }
}
