/// Why rows could not be made; the database is as it was before.
///
/// ```swift
/// do {
///   try fixtures.create("artcle")
/// } catch let error as FixtureError {
///   #expect(error.description == "There is no table artcle: did you mean article?")
/// }
/// ```
public struct FixtureError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The table whose rows were to be made.
  public let table: String

  /// The column that it is about, if it is about one.
  public let column: String?

  /// What is wrong, where, and what to do next.
  public let description: String

  /// How many rows there could be, where that is what is wrong.
  let room: Int?

  /// Whether a trigger is what refused them.
  package let isByTrigger: Bool

  init(
    _ description: String,
    table: String,
    column: String? = nil,
    room: Int? = nil,
    isByTrigger: Bool = false
  ) {
    self.description = description
    self.table = table
    self.column = column
    self.room = room
    self.isByTrigger = isByTrigger
  }
}
