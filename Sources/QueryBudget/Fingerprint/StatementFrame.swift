/// What is known about the innermost open parenthesis, or about the statement outside of all.
///
/// One byte, so that a million nested parentheses cost a million bytes.
struct StatementFrame {
  var bits: UInt8

  private static let kindMask: UInt8 = 0x3F

  static let plain = StatementFrame(bits: 0)
  /// The list after `IN`.
  static let list = StatementFrame(bits: 1)
  /// One row of `VALUES`.
  static let row = StatementFrame(bits: 2)
  /// After `CREATE`.
  static let create = StatementFrame(bits: 3)
  /// After `ALTER`.
  static let alter = StatementFrame(bits: 4)
  /// After a `ROLLBACK` that begins a statement.
  static let rollback = StatementFrame(bits: 5)
  /// Type names may come, with arguments: column definitions, `ALTER TABLE … ADD`, `CAST (x AS`.
  static let types = StatementFrame(bits: 8)
  /// The arguments of a type: the one place where numbers are part of the shape.
  static let typeArguments = StatementFrame(bits: 32)

  /// `AS` takes this away.
  static let untilAs: UInt8 = 16
  /// `CAST (`, in which a type follows `AS`.
  static let cast = StatementFrame(bits: types.bits | untilAs)
  /// After `CREATE TABLE`: the next parenthesis holds the columns, unless `AS` comes first.
  static let createTable = StatementFrame(bits: untilAs)

  /// In the terms of ORDER BY or GROUP BY.
  static let sorting: UInt8 = 0x40
  /// In the tables of FROM.
  static let from: UInt8 = 0x80
  static let clauses: UInt8 = sorting | from

  @inline(__always)
  func isKind(_ frame: StatementFrame) -> Bool {
    bits & StatementFrame.kindMask == frame.bits
  }

  /// Neither a list, nor a statement with rules of its own.
  @inline(__always)
  var isPlain: Bool {
    bits & StatementFrame.kindMask == 0
  }

  /// Whether it may fold when it is closed.
  @inline(__always)
  var folds: Bool {
    isKind(.list) || isKind(.row)
  }

  /// Whether a number may be part of the shape.
  @inline(__always)
  var keepsNumbers: Bool {
    isIn(StatementFrame.sorting | StatementFrame.typeArguments.bits)
  }

  @inline(__always)
  func isIn(_ clause: UInt8) -> Bool {
    bits & clause != 0
  }

  /// Begins a clause, which ends the one before.
  @inline(__always)
  mutating func enter(_ clause: UInt8) {
    bits = bits & ~StatementFrame.clauses | clause
  }

  @inline(__always)
  mutating func become(_ kind: StatementFrame) {
    bits = bits & ~StatementFrame.kindMask | kind.bits
  }
}
