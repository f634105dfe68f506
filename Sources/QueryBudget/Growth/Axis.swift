/// What grows in a measurement, such as the articles, and how far.
public struct Axis: Sendable, Hashable {
  /// The name as laws show it: `articles`.
  public let name: String

  /// How many there are in each run, rising.
  public let scales: [Int]

  /// An axis with these scales.
  public init(_ name: String, scales: [Int]) {
    self.name = name
    self.scales = scales
  }

  /// The name of an axis for which no other one was given or found.
  public static let unnamed = "rows"

  /// The name of one of them: `article`, `category`.
  public var singular: String { Self.singular(of: name) }

  /// The name of one of what a plural names: `article` for `articles`, `status` for `status`.
  public static func singular(of plural: String) -> String {
    if plural.hasSuffix("ies"), plural.count > 4 { return plural.dropLast(3) + "y" }
    if ["sses", "shes", "ches", "xes"].contains(where: plural.hasSuffix) {
      return String(plural.dropLast(2))
    }
    let isSingular = ["ss", "us", "is", "news"].contains(where: plural.hasSuffix)
    return plural.hasSuffix("s") && !isSingular && plural.count > 1
      ? String(plural.dropLast()) : plural
  }

  /// The name of many of what a table holds one of each: `articles` for `article`.
  public static func plural(of table: String) -> String {
    if table.hasSuffix("s") { return table }
    let beforeY = table.dropLast().last.map { "aeiou".contains($0) } ?? true
    return table.hasSuffix("y") && !beforeY ? table.dropLast() + "ies" : table + "s"
  }
}
