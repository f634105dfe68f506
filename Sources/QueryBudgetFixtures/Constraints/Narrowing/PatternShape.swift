/// What LIKE and GLOB patterns say of a text.
///
/// <https://www.sqlite.org/lang_expr.html#like>
enum PatternShape {
  /// The parts of a LIKE pattern.
  static func like(_ pattern: String, escape: Character? = nil) -> [ValueDomain.ShapePart] {
    var parts: [ValueDomain.ShapePart] = []
    var isEscaped = false
    for letter in pattern {
      if !isEscaped, letter == escape {
        isEscaped = true
        continue
      }
      switch letter {
      case "%" where !isEscaped: append(.any, to: &parts)
      case "_" where !isEscaped: parts.append(.oneOf(""))
      default: append(.literal(String(letter)), to: &parts)
      }
      isEscaped = false
    }
    return parts
  }

  /// The parts of a GLOB pattern; nil where a class of letters has none that is ASCII.
  static func glob(_ pattern: String) -> [ValueDomain.ShapePart]? {
    var parts: [ValueDomain.ShapePart] = []
    var rest = Array(pattern)[...]
    while let letter = rest.popFirst() {
      switch letter {
      case "*": append(.any, to: &parts)
      case "?": parts.append(.oneOf(""))
      case "[":
        guard let letters = letters(&rest), !letters.isEmpty else { return nil }
        letters.count == 1
          ? append(.literal(letters), to: &parts) : parts.append(.oneOf(letters))
      default: append(.literal(String(letter)), to: &parts)
      }
    }
    return parts
  }

  /// The letters that a text may hold where it must not be like `*[^…]*`, `*x*` or `%x%`.
  static func alphabet(without pattern: String, _ sign: String) -> String? {
    let signs = Array(pattern)
    let star: Character = sign == "LIKE" ? "%" : "*"
    if signs.count == 3, signs[0] == star, signs[2] == star, !"%_*?[".contains(signs[1]) {
      return String(printable.filter { $0 != signs[1] })
    }
    guard sign == "GLOB", pattern.hasPrefix("*["), pattern.hasSuffix("]*") else { return nil }
    var rest = Array(pattern.dropFirst(2))[...]
    guard let forbidden = letters(&rest), rest == ["*"] else { return nil }
    let allowed = printable.filter { !forbidden.contains($0) }
    return allowed.isEmpty ? nil : String(allowed)
  }

  /// Reads `A-Z]` or `^0-9]`, behind the bracket that opens it.
  private static func letters(_ rest: inout ArraySlice<Character>) -> String? {
    var isNegated = false
    if rest.first == "^" {
      isNegated = true
      rest.removeFirst()
    }
    var set: [Character] = []
    // A bracket in the first place stands for itself.
    var isFirst = true
    while let letter = rest.popFirst() {
      if letter == "]", !isFirst {
        return String(printable.filter { set.contains($0) != isNegated })
      }
      isFirst = false
      let isRange = rest.first == "-" && rest.dropFirst().first.map { $0 != "]" } == true
      if isRange, let last = rest.dropFirst().first {
        rest.removeFirst(2)
        set += printable.filter { $0 >= letter && $0 <= last }
      } else {
        set.append(letter)
      }
    }
    return nil
  }

  private static let printable: [Character] = (0x20...0x7E).map {
    Character(Unicode.Scalar(UInt8($0)))
  }

  /// The same parts, neighbours of one kind as one.
  static func joined(_ parts: [ValueDomain.ShapePart]) -> [ValueDomain.ShapePart] {
    parts.reduce(into: []) { append($1, to: &$0) }
  }

  private static func append(
    _ part: ValueDomain.ShapePart,
    to parts: inout [ValueDomain.ShapePart]
  ) {
    switch (parts.last, part) {
    case (.literal(let before), .literal(let more)):
      parts[parts.count - 1] = .literal(before + more)
    case (.any, .any): break
    default: parts.append(part)
    }
  }
}
