/// Reads one declaration out of a demangled symbol: `Module.Type<A>.function(label: Type) -> Type`.
struct DeclarationScan {
  private var rest: Substring
  private var components: [String] = []
  /// Whether the symbol is written out, with types, and therefore with its module.
  private var isQualified = false

  init(_ declaration: String) { rest = Substring(declaration) }

  /// The part of a symbol that names the declaration around all the others: what stands behind the
  /// last " in " that is in no brackets.
  static func outermost(_ symbol: String) -> String {
    var rest = Substring(symbol)
    var start = rest.startIndex
    var last: Character = " "
    while let first = rest.first {
      if rest.hasPrefix(" in conformance ") { return String(symbol[start..<rest.startIndex]) }
      if rest.hasPrefix(" in ") { start = rest.index(rest.startIndex, offsetBy: 4) }
      let isOperator = last == "." && first.isOperator
      if isOperator {
        rest = rest.drop(while: \.isOperator)
      } else if "(<[".contains(first) {
        rest = rest.dropFirst(rest.balancedLength)
      } else {
        rest = rest.dropFirst()
      }
      last = first
    }
    return String(symbol[start...])
  }

  /// The name with the labels of its arguments; nil when nothing is left of it.
  mutating func name() -> String? {
    var labels = ""
    scan: while let first = rest.first {
      switch first {
      case ".":
        rest.removeFirst()
        if rest.first?.isOperator == true { takeComponent() }
      case "<": rest = rest.dropFirst(rest.balancedLength)
      case "(":
        if let name = privateName() {
          components.append(name)
        } else {
          labels = takeLabels()
          break scan
        }
      case " ":
        guard skipOperatorKind() else { break scan }
      default: takeComponent()
      }
    }
    let isTyped = [" -> ", " : ", " throws", " async"].contains(where: rest.hasPrefix)
    // A deinitializer has no type.
    let isDeinit = components.last?.hasSuffix("deinit") == true && components.count > 2
    if isQualified || isTyped || isDeinit, components.count > 1 { components.removeFirst() }
    dropAccessor()
    return components.isEmpty ? nil : components.joined(separator: ".") + labels
  }

  private mutating func takeComponent() {
    guard let first = rest.first else { return }
    let name: Substring
    if first == "`" {
      name = rest.prefix(1) + rest.dropFirst().prefix { $0 != "`" } + "`"
    } else if first.isOperator {
      name = rest.prefix(while: \.isOperator)
    } else {
      name = rest.prefix { !".<( ".contains($0) }
    }
    rest = rest.dropFirst(max(name.count, 1))
    components.append(String(name))
    // The number of a local declaration: "Row #1".
    if rest.hasPrefix(" #") { rest = rest.dropFirst(2).drop(while: \.isNumber) }
  }

  /// The name in "(name in _ABC123)", which is private to its file.
  private mutating func privateName() -> String? {
    let length = rest.balancedLength
    let inside = rest.dropFirst().prefix(max(length - 2, 0))
    guard let end = inside.firstRange(of: " in _") else { return nil }
    rest = rest.dropFirst(length)
    return String(inside[..<end.lowerBound])
  }

  /// "infix" and the like behind the name of an operator.
  private mutating func skipOperatorKind() -> Bool {
    guard let kind = [" infix", " prefix", " postfix"].first(where: rest.hasPrefix) else {
      return false
    }
    rest = rest.dropFirst(kind.count)
    return true
  }

  private mutating func takeLabels() -> String {
    let length = rest.balancedLength
    let inside = rest.dropFirst().prefix(max(length - 2, 0))
    rest = rest.dropFirst(length)
    // Written without types, they are labels already: "of:_:".
    guard !inside.isEmpty, inside.last != ":" else { return "(\(inside))" }
    isQualified = true
    return "(" + Self.arguments(in: inside).map(Self.label).joined() + ")"
  }

  private static func arguments(in list: Substring) -> [Substring] {
    var arguments: [Substring] = []
    var rest = list
    var start = list.startIndex
    while let first = rest.first {
      if first == "," {
        arguments.append(list[start..<rest.startIndex])
        start = rest.index(after: rest.startIndex)
      }
      rest = rest.dropFirst("(<[".contains(first) ? rest.balancedLength : 1)
    }
    return arguments + [list[start...]]
  }

  private static func label(of argument: Substring) -> String {
    let trimmed = argument.drop(while: { $0 == " " })
    let word = trimmed.prefix { $0.isLetter || $0.isNumber || "_`$".contains($0) }
    return trimmed.dropFirst(word.count).hasPrefix(": ") ? "\(word):" : "_:"
  }

  private static let accessors: Set = [
    "getter", "setter", "modify", "modify2", "read", "read2", "willset", "didset",
    "unsafeAddressor", "unsafeMutableAddressor", "materializeForSet", "init accessor",
  ]

  private mutating func dropAccessor() {
    guard let last = components.last else { return }
    if components.count > 1, Self.accessors.contains(last) { components.removeLast() }
    if last == "__allocating_init" { components[components.count - 1] = "init" }
    if last.hasSuffix("_deinit") { components[components.count - 1] = "deinit" }
  }
}

extension Character {
  fileprivate var isOperator: Bool { "/=-+!*%<>&|^~?".contains(self) }
}
