/// Parentheses, and the two lists that fold: what `IN` takes, and the rows of `VALUES`.
extension Normalizer {
  mutating func openInPlace() {
    let kind = kindOfParenthesis()
    pen.blank(before: .parenSpace)
    if kind.isKind(.row) { rowStart = pen.out }
    pen.open(kind, frames)
    if kind.isKind(.list) { listStart = pen.out }
  }

  private mutating func kindOfParenthesis() -> StatementFrame {
    if pen.last.has(.in) { return .list }
    if pen.last.has(.values) { return .row }
    if pen.last.has(.comma), pen.out == nextRow { return .row }
    if pen.last.has(.cast) { return .cast }
    if pen.frame.isKind(.types), pen.last.has(.name) { return .typeArguments }
    if pen.frame.isKind(.createTable) {
      pen.frame.become(.plain)
      return .types
    }
    return .plain
  }

  mutating func closeFold() {
    let isRow = pen.frame.isKind(.row)
    if isRow { foldRow() } else { foldList() }
    pen.close(frames)
    if isRow { nextRow = pen.out + 1 }
  }

  /// A list of nothing but values, of any length, becomes one `?`.
  private mutating func foldList() {
    if let start = listStart, pen.impure <= start, clock <= start {
      pen.out = start
      pen.write(UInt8(ascii: "?"))
      foldStart = nil
      nextRow = nil
    }
    listStart = nil
  }

  /// A row of nothing but values that reads like the row before it goes.
  private mutating func foldRow() {
    let previous = foldStart
    foldStart = nil
    if let row = rowStart, pen.impure <= row {
      foldStart = row
      if let previous, isRepeated(previous, row) {
        // Back to where the row before was about to be closed.
        pen.out = row - 3
        foldStart = previous
        clock = min(clock, pen.out)
      }
    }
    rowStart = nil
  }

  /// Whether the text from `row` on is that from `previous` on. Between the rows lie a closing
  /// parenthesis, a comma and a blank.
  private func isRepeated(_ previous: Position, _ row: Position) -> Bool {
    let count = pen.out - row
    guard row - 3 - previous == count else { return false }
    for position in 0..<count where previous[position] != row[position] { return false }
    return true
  }
}
