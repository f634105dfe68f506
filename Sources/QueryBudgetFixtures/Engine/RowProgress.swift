/// Tells somebody how far the writing of rows has got.
package struct RowProgress: Sendable {
  /// Called before the first row, with how many there will be, parents and children among them.
  let started: @Sendable (_ rows: Int) -> Void

  /// Called every thousand rows, with how many more have been written.
  let wrote: @Sendable (_ rows: Int) -> Void

  /// Tells nobody.
  package static let none = RowProgress(started: { _ in }, wrote: { _ in })

  package init(
    started: @escaping @Sendable (_ rows: Int) -> Void,
    wrote: @escaping @Sendable (_ rows: Int) -> Void
  ) {
    self.started = started
    self.wrote = wrote
  }
}
