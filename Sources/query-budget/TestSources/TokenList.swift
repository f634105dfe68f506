/// The tokens of a file, to be looked at before and behind each.
struct TokenList {
  let tokens: [SwiftToken]
  private let lexer: SwiftLexer

  init(_ bytes: [UInt8]) {
    lexer = SwiftLexer(bytes)
    var reader = lexer
    var tokens: [SwiftToken] = []
    while let token = reader.next() { tokens.append(token) }
    self.tokens = tokens
  }

  func text(_ index: Int) -> String { lexer.text(of: tokens[index]) }

  /// The word or name at a place.
  func name(_ index: Int) -> String? {
    guard tokens.indices.contains(index) else { return nil }
    return [.word, .name].contains(tokens[index].kind) ? text(index) : nil
  }

  /// The mark at a place.
  func mark(_ index: Int) -> Character? {
    guard tokens.indices.contains(index), case .mark(let mark) = tokens[index].kind
    else { return nil }
    return mark
  }

  /// The text of a string without interpolation at a place.
  func string(_ index: Int) -> String? {
    guard tokens.indices.contains(index), case .string = tokens[index].kind else { return nil }
    return text(index)
  }
}
