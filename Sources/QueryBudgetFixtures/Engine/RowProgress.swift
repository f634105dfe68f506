/// Tells somebody how many rows have been written.
struct RowProgress: Sendable {
  /// Called every thousand rows, with the table and how many more rows it has got.
  let wrote: @Sendable (_ rows: Int, _ table: String) -> Void

  /// Tells nobody.
  static let none = RowProgress { _, _ in }

  init(_ wrote: @escaping @Sendable (_ rows: Int, _ table: String) -> Void) {
    self.wrote = wrote
  }

  func wrote(_ rows: Int, of table: String) {
    if rows > 0 { wrote(rows, table) }
  }
}
