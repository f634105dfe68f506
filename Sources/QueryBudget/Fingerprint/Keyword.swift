/// A word that SQLite's grammar knows, and what follows from it.
struct Keyword {
  /// The first eight letters in upper case, and the next eight.
  let head: UInt64
  let tail: UInt64
  let length: UInt8

  /// What it takes from the ``StatementFrame``, and what it adds.
  var clears: UInt8 = 0
  var enters: UInt8 = 0
  var action: Action = .none
  /// What it is in a statement, for ``ShapeReader``.
  var part: Part = .other
  var roles: Roles = []
  /// What it means for the next token.
  var trait: TokenTrait = .apart
  /// Behind these there is more to do than to write it.
  var carefulAfter: TokenTrait = .dot

  /// What else there is to do.
  enum Action: UInt8 {
    case none
    case literal, null, clock
    case ascending, from, values, function
    case create, table, virtual, alter, add
    case savepoint, release, rollback, to
  }

  /// The keywords by which the kind of a statement and its tables are told.
  enum Part: String, CaseIterable {
    case select, values, insert, replace, update, delete
    case begin, commit, end, rollback, savepoint, release
    case pragma, create, drop, alter
    case with, recursive
    case from, join, `in`, into, table, index, trigger, on, or
    case `if`, not, exists
    case `do`, after, before, of, instead, distinct
    case `where`, group, having, order, limit, window, union, except, intersect, returning, set
    case other
  }

  struct Roles: OptionSet {
    let rawValue: UInt8

    /// No name without quotes, wherever it stands.
    static let reserved = Roles(rawValue: 1 << 0)
    /// As a name it needs no quotes: nothing that follows an operand begins with it.
    static let bareName = Roles(rawValue: 1 << 1)
    /// May follow a whole term of ORDER BY or GROUP BY.
    static let endsTerm = Roles(rawValue: 1 << 2)
  }

  /// An ASCII word in upper case, at most ``longest`` letters.
  init(_ word: Substring) {
    var octets: [UInt64] = [0, 0, 0]
    for (position, byte) in word.utf8.enumerated() {
      octets[position / 8] |= UInt64(byte) << UInt64(position % 8 * 8)
    }
    head = octets[0]
    tail = octets[1]
    length = UInt8(word.utf8.count)
  }

  /// `CURRENT_TIMESTAMP`, the only one longer than two octets, by one letter.
  static let longest = 17
  static let longestLastLetter = UInt8(ascii: "P")
}

/// The keywords of SQLite, by what they do.
///
/// <https://www.sqlite.org/lang_keywords.html>
enum KeywordList {
  static let reserved = """
    ADD ALL ALTER AND AS AUTOINCREMENT BETWEEN CASE CHECK COLLATE COMMIT CONSTRAINT CREATE DEFAULT \
    DEFERRABLE DELETE DISTINCT DROP ELSE ESCAPE EXCEPT EXISTS FOREIGN FROM GROUP HAVING IN INDEX \
    INSERT INTERSECT INTO IS ISNULL JOIN LIMIT NOT NOTHING NOTNULL NULL ON OR ORDER PRIMARY \
    REFERENCES RETURNING SELECT SET TABLE THEN TO TRANSACTION UNION UNIQUE UPDATE USING VALUES \
    WHEN WHERE
    """

  /// SQLite takes these for names where the grammar leaves no other choice.
  static let bareNames = """
    ABORT ACTION AFTER ALWAYS ANALYZE ATTACH BEFORE BEGIN CASCADE COLUMN CONFLICT CURRENT DATABASE \
    DEFERRED DETACH DO EACH EXCLUDE EXCLUSIVE EXPLAIN FAIL FIRST FOLLOWING FOR GENERATED GROUPS IF \
    IGNORE IMMEDIATE INITIALLY INSTEAD KEY LAST MATERIALIZED NO NULLS OF OTHERS PARTITION PLAN \
    PRAGMA PRECEDING QUERY RANGE REINDEX RELEASE RENAME REPLACE RESTRICT ROLLBACK ROW ROWS \
    SAVEPOINT TEMP TEMPORARY TIES TRIGGER UNBOUNDED VACUUM VIEW VIRTUAL WITHOUT
    """

  /// Names as well, but with quotes, since without them they could be read as an operator, a
  /// clause, a join or a value.
  static let quotedNames = """
    ASC BY CAST CROSS CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DESC END FALSE FILTER FULL GLOB \
    INDEXED INNER LEFT LIKE MATCH NATURAL OFFSET OUTER OVER RAISE RECURSIVE REGEXP RIGHT TRUE \
    WINDOW WITH
    """

  static let wantOperand = """
    ALL AND BETWEEN BY CASE DEFAULT DISTINCT ELSE ESCAPE GLOB HAVING IS LIKE LIMIT MATCH NOT \
    OFFSET ON OR REGEXP RETURNING SELECT THEN WHEN WHERE
    """

  static let endOperand = """
    ASC CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP DESC END ISNULL NOTNULL NULL
    """

  /// Of these, the ones whose NULL is no value.
  static let keepNull = "IS NOT"

  /// What follows is a name, and SQLite takes a string for one.
  static let nameString = """
    ADD AS COLLATE COLUMN CONSTRAINT EXISTS FROM INDEX INTO JOIN REFERENCES SET TABLE TO TRIGGER \
    UPDATE VIEW
    """

  static let endClause = """
    EXCEPT FROM GROUP HAVING INTERSECT LIMIT ORDER RETURNING SELECT SET UNION VALUES WHERE
    """

  static let endTerm = """
    COLLATE DESC EXCEPT GROUPS HAVING INTERSECT LIMIT NULLS OFFSET ON ORDER RANGE RETURNING ROWS \
    UNION WINDOW
    """

  static let traits: [(word: String, trait: TokenTrait)] = [
    ("IN", .in), ("VALUES", .values), ("DISTINCT", .distinct), ("CAST", .cast), ("BY", .by),
  ]

  static let frames: [(words: String, clears: UInt8, enters: UInt8)] = [
    ("FROM", StatementFrame.clauses, StatementFrame.from),
    ("ORDER GROUP", StatementFrame.clauses, StatementFrame.sorting),
    ("AS", StatementFrame.untilAs, 0),
  ]

  /// What some do, and after what.
  static let actions: [(words: String, action: Keyword.Action, after: TokenTrait)] = [
    ("TRUE FALSE", .literal, .any),
    ("NULL", .null, .takesNull),
    ("CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP", .clock, .any),
    ("ASC", .ascending, .endsOperand),
    ("FROM", .from, .distinct),
    ("VALUES", .values, .open),
    ("CAST GLOB IF LEFT LIKE MATCH RAISE REGEXP REPLACE RIGHT", .function, .wantsOperand),
    ("CREATE", .create, .any), ("TABLE", .table, .any), ("VIRTUAL", .virtual, .any),
    ("ALTER", .alter, .any), ("ADD", .add, .any),
    ("SAVEPOINT", .savepoint, .start | .takesSavepoint),
    ("RELEASE", .release, .start), ("ROLLBACK", .rollback, .start), ("TO", .to, .any),
  ]
}
