/// The shape of a statement: its SQL without values, comments and other accidents of writing.
///
/// Two statements that differ in nothing but their values have equal fingerprints:
///
/// ```swift
/// let one = Fingerprint(of: "select * from author where id = 1")
/// let other = Fingerprint(of: "SELECT *\nFROM author\nWHERE id = :id -- by id")
/// #expect(one == other)
/// #expect(one.sql == "SELECT * FROM author WHERE id = ?")
/// ```
///
/// The fingerprint of a fingerprint's ``sql`` is itself. Any text has one: what is no SQL is
/// brought into order as far as it can be read.
public struct Fingerprint: Sendable {
  /// The normalized SQL, on one line: `SELECT * FROM author WHERE id = ?`.
  public let sql: String

  /// The hash of ``sql`` without the case of its ASCII letters.
  private let hash: UInt64

  private init(sql: String, hash: UInt64) {
    self.sql = sql
    self.hash = hash
  }

  /// Works out the fingerprint of a statement.
  public init(of statement: String) {
    // Only a string that came from Objective-C has no bytes to look at.
    self =
      statement.utf8.withContiguousStorageIfAvailable { Fingerprint(utf8: $0) }
      ?? Array(statement.utf8).withUnsafeBufferPointer { Fingerprint(utf8: $0) }
  }

  /// Works out the fingerprint of a statement that lies in memory, as SQLite hands it out.
  ///
  /// Bytes that are not UTF-8 become U+FFFD, as in `String(decoding:as:)`.
  public init(utf8 statement: UnsafeBufferPointer<UInt8>) {
    let room = Normalizer.room(statement.count)
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: room) { scratch in
      let text = Normalizer.normalize(statement, in: scratch)
      let sql = String(decoding: text, as: UTF8.self)
      let (hash, isASCII) = CaseFolding.hash(text)
      // What is not ASCII may have been repaired, and is no longer what lies here.
      return Fingerprint(sql: sql, hash: isASCII ? hash : CaseFolding.hash(sql))
    }
  }

  /// 16 hexadecimal digits that name the fingerprint, the same on every machine.
  ///
  /// Equal fingerprints have equal ids. Two different ones have the same id with a probability of
  /// 1 in 2⁶⁴.
  public var id: String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

extension Fingerprint: Hashable {
  /// Whether two statements have the same shape. As in SQLite, the case of ASCII letters doesn't
  /// count.
  public static func == (one: Fingerprint, other: Fingerprint) -> Bool {
    // Most are spelled alike, which is seen much faster.
    one.hash == other.hash && (one.sql == other.sql || CaseFolding.areEqual(one.sql, other.sql))
  }

  /// Feeds the hash that was worked out when the fingerprint was made.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }
}

extension Fingerprint: Comparable {
  /// Sorts by text, without regard to the case of ASCII letters.
  public static func < (one: Fingerprint, other: Fingerprint) -> Bool {
    CaseFolding.precedes(one.sql, other.sql)
  }
}

extension Fingerprint: CustomStringConvertible {
  /// The normalized SQL.
  public var description: String { sql }
}
