/// How many there are of each axis in one run of a measurement.
///
/// ```swift
/// let counts = Scale(["articles": 10, "tags": 5])
/// #expect(try counts.articles == 10)
/// #expect(throws: UnknownAxis.self) { try counts["article tags"] }
/// ```
///
/// An axis that has the name of a property is written as a subscript: `counts["description"]`.
@dynamicMemberLookup
public struct Scale: Sendable, Hashable {
  /// The names of the axes, in the order of the measurement.
  public let axisNames: [String]

  /// How many there are of each, in the same order.
  public let axisCounts: [Int]

  /// So many of each axis.
  public init(_ counts: KeyValuePairs<String, Int>) {
    self.init(axisNames: counts.map(\.key), axisCounts: counts.map(\.value))
  }

  package init(axisNames: [String], axisCounts: [Int]) {
    self.axisNames = axisNames
    self.axisCounts = axisCounts
  }

  /// How many there are of an axis; throws an ``UnknownAxis`` for one that the measurement lacks.
  public subscript(axis: String) -> Int {
    get throws {
      guard let count = count(of: axis) else { throw UnknownAxis(name: axis, known: axisNames) }
      return count
    }
  }

  /// How many there are of an axis: `try counts.articles`.
  public subscript(dynamicMember axis: String) -> Int {
    get throws { try self[axis] }
  }

  /// The same without an error, for what asks only for axes that may be missing.
  func count(of axis: String) -> Int? {
    axisNames.firstIndex(of: axis).map { axisCounts[$0] }
  }
}

extension Scale: CustomStringConvertible {
  /// `articles 10, tags 5`.
  public var description: String {
    zip(axisNames, axisCounts).map { "\($0) \($1)" }.joined(separator: ", ")
  }
}
