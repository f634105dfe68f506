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

  /// The name of one of them: `article`, `category`.
  public var singular: String {
    if name.hasSuffix("ies"), name.count > 4 { return name.dropLast(3) + "y" }
    if name.hasSuffix("s"), !name.hasSuffix("ss"), name.count > 1 { return String(name.dropLast()) }
    return name
  }

  /// The name of many of what a table holds one of each: `articles` for `article`.
  public static func plural(of table: String) -> String {
    if table.hasSuffix("s") { return table }
    let beforeY = table.dropLast().last.map { "aeiou".contains($0) } ?? true
    return table.hasSuffix("y") && !beforeY ? table.dropLast() + "ies" : table + "s"
  }
}
