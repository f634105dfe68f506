/// A token of a statement, or everything that stands in one pair of parentheses.
package struct SQLNode: Sendable, Hashable {
  package enum Kind {
    case word, quotedName, string, value, group
    case comma, dot, semicolon, symbol
  }

  package let kind: Kind
  /// A name without its quotes, an operator, or a value as it is written; empty for a group.
  package let text: String
  /// Whether it is no name without quotes, wherever it stands.
  package let isReserved: Bool
  /// What stands in the parentheses.
  package var children: [SQLNode] = []

  /// A name in quotes.
  package init(quotedName name: String) {
    self.init(kind: .quotedName, text: name, isReserved: false)
  }

  private init(kind: Kind, text: String, isReserved: Bool, children: [SQLNode] = []) {
    self.kind = kind
    self.text = text
    self.isReserved = isReserved
    self.children = children
  }

  /// Whether it is this word, which is given in upper case, and not a name in quotes.
  package func isWord(_ word: String) -> Bool {
    kind == .word && text.utf8.count == word.utf8.count && CaseFolding.folded(text) == word
  }

  package func isWord(among words: Set<String>) -> Bool {
    kind == .word && words.contains(CaseFolding.folded(text))
  }

  package func isSymbol(_ symbols: String...) -> Bool { kind == .symbol && symbols.contains(text) }

  /// Whether it can be a name where one is expected.
  package var isName: Bool {
    switch kind {
    case .word: !isReserved
    case .quotedName, .string: true
    default: false
    }
  }

  /// Whether it is a parameter, and no literal.
  package var isParameter: Bool {
    kind == .value && text.utf8.first.map { "?:@$#".utf8.contains($0) } == true
  }

  /// Whether it is a query in parentheses.
  package var isQuery: Bool {
    kind == .group && children.first?.isWord(among: ["SELECT", "WITH", "VALUES"]) == true
  }
}

extension SQLNode {
  /// Deeper than anything that SQLite reads; such a statement has no nodes.
  private static let greatestDepth = 200

  /// Takes a statement apart.
  package static func nodes(of statement: String) -> [SQLNode] {
    let padded = Array(statement.utf8) + [UInt8](repeating: 0, count: Normalizer.slack)
    return padded.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return [] }
      let reader = TokenReader(start: start, end: start + (bytes.count - Normalizer.slack))
      return nodes(reader)
    }
  }

  private static func nodes(_ reader: TokenReader) -> [SQLNode] {
    var reader = reader
    // The nodes of every parenthesis that is open, the outermost first.
    var levels: [[SQLNode]] = [[]]
    func close() {
      guard levels.count > 1 else { return }
      let children = levels.removeLast()
      levels[levels.count - 1].append(
        SQLNode(kind: .group, text: "", isReserved: false, children: children))
    }
    while true {
      let token = reader.next()
      switch token.kind {
      case .open:
        guard levels.count <= greatestDepth else { return [] }
        levels.append([])
      case .close: close()
      case .end:
        // What is left open ends with the text.
        while levels.count > 1 { close() }
        return levels[0]
      default:
        levels[levels.count - 1].append(SQLNode(token))
      }
    }
  }

  private init(_ token: SQLToken) {
    let isReserved = token.keyword?.roles.contains(.reserved) == true
    switch token.kind {
    case .word: self.init(kind: .word, text: token.name, isReserved: isReserved)
    case .quotedName: self.init(kind: .quotedName, text: token.name, isReserved: false)
    case .string: self.init(kind: .string, text: token.name, isReserved: false)
    case .value: self.init(kind: .value, text: token.symbol, isReserved: false)
    case .comma: self.init(kind: .comma, text: ",", isReserved: false)
    case .dot: self.init(kind: .dot, text: ".", isReserved: false)
    case .semicolon: self.init(kind: .semicolon, text: ";", isReserved: false)
    case .open, .close, .other, .end:
      self.init(kind: .symbol, text: token.symbol, isReserved: false)
    }
  }
}

extension SQLToken {
  /// The bytes as they are written.
  fileprivate var symbol: String {
    String(decoding: UnsafeBufferPointer(start: start, count: end - start), as: UTF8.self)
  }
}

extension Sequence<SQLNode> {
  /// The parts between commas, or between other nodes that part them.
  package func parts(between isBoundary: (SQLNode) -> Bool = { $0.kind == .comma }) -> [[SQLNode]] {
    split(omittingEmptySubsequences: true, whereSeparator: isBoundary).map(Array.init)
  }
}
