/// Writes the normalized text of one statement: one pass, no allocation, no failure.
///
/// Each token is read once and written at once. What may have to be taken back (a sign before a
/// literal, a list after `IN`, a second row of `VALUES`) is known by the position where it begins,
/// so that taking it back is one assignment.
///
/// The output has room for twice the text and ``slack``: a token of n bytes is written as at most n
/// bytes and a blank before it; a quoted name can grow, but to no more than twice its length, and
/// by 1 byte more if its closing quote is missing, which happens once.
struct Normalizer {
  typealias Position = UnsafeMutablePointer<UInt8>

  /// Bytes behind both texts that may be read or written without a check.
  static let slack = 32

  let scan: SQLScan
  let keywords = KeywordTable.shared
  /// The frames of the open parentheses. They lie in the part of the text that has been read:
  /// behind k parentheses there are at least k bytes.
  let frames: Position

  var pen: Pen

  /// Before the first of the signs just written, with what held there.
  var beforeSign: Pen
  /// The end of the last `CURRENT_TIME` and the like, which a row of `VALUES` may have and still
  /// fold, but a list after `IN` may not.
  var clock: Position
  /// Behind the `(` of the innermost list after `IN`, until a list is closed.
  var listStart: Position?
  /// At the `(` of the innermost row of `VALUES`, until a row is closed.
  var rowStart: Position?
  /// The row just closed, if it holds nothing but values.
  var foldStart: Position?
  /// Where the next row begins, if it begins: behind a comma behind a row.
  var nextRow: Position?
  /// Before the semicolon written last.
  var semicolonStart: Position

  init(text: Position, count: Int, output: Position) {
    scan = SQLScan(end: SQLScan.Cursor(text + count))
    frames = text
    pen = Pen(next: SQLScan.Cursor(text), out: output)
    beforeSign = pen
    clock = output
    semicolonStart = output
  }

  /// How much scratch memory a statement of `count` bytes takes.
  @inline(__always)
  static func room(_ count: Int) -> Int {
    (count + slack) + (2 * count + slack)
  }

  /// Writes the normalized text of `statement` into `scratch` and returns where it lies, with 16
  /// zero bytes behind it.
  ///
  /// The statement is copied into `scratch` as well, so that there are zero bytes behind its end
  /// too.
  static func normalize(
    _ statement: UnsafeBufferPointer<UInt8>, in scratch: UnsafeMutableBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    guard let text = scratch.baseAddress else { return UnsafeBufferPointer(start: nil, count: 0) }
    let count = statement.count
    if let source = statement.baseAddress { text.update(from: source, count: count) }
    (text + count).update(repeating: 0, count: slack)
    let output = text + count + slack
    var normalizer = Normalizer(text: text, count: count, output: output)
    let end = normalizer.run()
    end.update(repeating: 0, count: 16)
    return UnsafeBufferPointer(start: output, count: end - output)
  }
}
