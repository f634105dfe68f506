/// Tells what kind of statement something is, and which tables it names: one pass over its tokens.
struct ShapeReader {
  /// What is known about the innermost open parenthesis, or about the statement outside of all.
  private struct Level {
    /// SELECT, UPDATE or DELETE has been read, so that FROM is followed by tables. It isn't in
    /// `extract(year FROM x)`.
    var hasVerb = false
    /// A comma is followed by a table.
    var isInFrom = false
    /// WITH and a comma are followed by the name of a common table expression.
    var isInWith = false
  }

  private var tokens: TokenReader
  private var previous: SQLToken
  private var level = Level()
  private var outer: [Level] = []
  /// What the next name is, if it is a table.
  private var wanted: TableList.Place?
  /// The next word is `REPLACE` in `UPDATE OR REPLACE`, or the like.
  private var skipsWord = false
  /// CREATE INDEX or CREATE TRIGGER has been read, but not yet the ON before its table.
  private var awaitsOn = false
  private var kind = KindReader()
  private var tables = TableList()

  static func read(_ statement: String) -> (kind: StatementKind, tables: [String]) {
    let padded = Array(statement.utf8) + [UInt8](repeating: 0, count: Normalizer.slack)
    return padded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return (.other, []) }
      var reader = ShapeReader(start: start, count: bytes.count - Normalizer.slack)
      reader.read()
      return (reader.kind.kind(of: reader.tables), reader.tables.names)
    }
  }

  private init(start: SQLScan.Cursor, count: Int) {
    tokens = TokenReader(start: start, end: start + count)
    previous = SQLToken(kind: .semicolon, start: start, end: start)
  }

  private mutating func read() {
    repeat {
      let token = tokens.next()
      kind.read(token, depth: outer.count)
      tables.read(token)
      read(token)
      previous = token
    } while previous.kind != .end
  }

  private mutating func read(_ token: SQLToken) {
    switch token.kind {
    case .word, .quotedName, .string:
      if skipsWord {
        skipsWord = false
      } else if let keyword = token.keyword, !isName(token, keyword) {
        part(keyword.part)
      } else {
        name(token)
      }
    case .open:
      outer.append(level)
      // `FROM (a JOIN b)`, but not `IN (a, b)`.
      let holdsTables = wanted == .source && previous.keyword?.part != .in
      level = Level(isInFrom: holdsTables)
      if !holdsTables { wanted = nil }
    case .close:
      level = outer.popLast() ?? Level()
      wanted = nil
    case .comma:
      if level.isInFrom { wanted = .source }
    case .semicolon:
      level = Level()
      wanted = nil
    case .value, .dot, .other, .end:
      break
    }
  }

  /// Whether a keyword is a name where it stands.
  private func isName(_ token: SQLToken, _ keyword: Keyword) -> Bool {
    if previous.kind == .dot { return true }
    if keyword.roles.contains(.reserved) { return false }
    switch keyword.part {
    case .with: return wanted != nil && previous.kind != .open
    case .recursive: return previous.keyword?.part != .with
    case .if: return previous.keyword?.part != .table
    default: return wanted != nil || isExpressionName
    }
  }

  /// Whether the next name is that of a common table expression.
  private var isExpressionName: Bool {
    guard level.isInWith else { return false }
    let part = previous.keyword?.part
    return previous.kind == .comma || part == .with || part == .recursive
  }

  private mutating func name(_ token: SQLToken) {
    if isExpressionName { tables.exclude(token) }
    if let place = wanted, previous.kind != .dot { tables.begin(token, place) }
    wanted = nil
  }

  private mutating func part(_ part: Keyword.Part) {
    let isSkipped = wanted == .target && [.if, .not, .exists, .or].contains(part)
    if !isSkipped { wanted = nil }
    switch part {
    case .select, .delete: level = Level(hasVerb: true)
    case .values, .insert, .replace: level = Level()
    case .update: update()
    case .with: level.isInWith = true
    case .from: from()
    case .join, .in: wanted = .source
    case .into, .table: wanted = .target
    case .create: awaitsOn = false
    case .index, .trigger: awaitsOn = previous.keyword?.part != .drop
    case .on where awaitsOn:
      awaitsOn = false
      wanted = .target
    case .or: skipsWord = isSkipped
    case .where, .group, .having, .order, .limit, .window, .union, .except, .intersect,
      .returning, .set:
      level.isInFrom = false
    default: break
    }
  }

  /// UPDATE is followed by a table, unless it is what a trigger waits for, or what ON CONFLICT or
  /// a foreign key does.
  private mutating func update() {
    switch previous.keyword?.part {
    case .do, .on: break
    default:
      if awaitsOn { break }
      level = Level(hasVerb: true)
      wanted = .target
    }
  }

  /// FROM is followed by tables, unless it belongs to `IS DISTINCT FROM` or to a function.
  private mutating func from() {
    guard level.hasVerb, previous.keyword?.part != .distinct else { return }
    level.isInFrom = true
    wanted = .source
  }
}
