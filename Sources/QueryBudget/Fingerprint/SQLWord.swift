/// The letters from some place on, up to 15 of them: nearly always a whole word.
///
/// Worked out without a branch, since the length of a word is hard to predict, and with as few
/// steps one after the other as possible, since the next token has to wait for them.
struct SQLWord {
  /// The first eight letters without their case, zero behind the last.
  let head: UInt64
  /// Behind the last letter. What is here may still belong to the word.
  let end: SQLScan.Cursor

  @inline(__always)
  init(at start: SQLScan.Cursor) {
    let octet = Octet(at: start)
    let marks = octet.noLetters
    head = octet.withoutCase & Octet.before(marks)
    let length = marks.trailingZeroBitCount
    let more = Octet(at: start + 8).noLetters.trailingZeroBitCount
    // The second octet counts if the first is full, that is if its 64 bits are.
    end = start + ((length &>> 3) &+ ((more &>> 3) & (0 &- (length &>> 6))))
  }
}
