import QueryBudget

/// Finds in the tokens of a file what its tests are called and where they measure.
struct TestFileReader {
  private let source: TokenList
  private(set) var file = TestFile()

  /// What is open at this token, the innermost last.
  private var openings: [Opening] = []

  /// The declaration whose parameters or body are still to come.
  private var pending: Pending?

  private enum Opening {
    case call(OpenCall)
    case parameters
    case bracket
    case body(of: Int?)
  }

  private struct OpenCall {
    /// The line of `assertQueryBaseline`, if it is what is called.
    let assertion: Int?
    var part = TestFile.Part.absent
    var function = Function.ofTheTest
    var namesFile = false
    var namesModule = false
  }

  private enum Function {
    case ofTheTest
    case literal(String)
    case expression
  }

  private struct Pending {
    let declaration: Int?
    let depth: Int
    var awaitsParameters: Bool
  }

  /// Reads the source of one file.
  init(_ bytes: [UInt8]) {
    source = TokenList(bytes)
    for index in source.tokens.indices { read(index) }
  }

  private mutating func read(_ index: Int) {
    switch source.tokens[index].kind {
    case .string: file.literals.insert(source.text(index))
    case .word: readWord(index)
    case .mark(let mark): readMark(mark, index)
    case .name, .number, .otherString: break
    }
  }

  // MARK: Words

  private mutating func readWord(_ index: Int) {
    switch source.text(index) {
    case "func": declare(source.name(index + 1), at: index, hasParameters: true)
    case "init" where isDeclaration(index, before: "(<?!"),
      "subscript" where isDeclaration(index, before: "(<"):
      declare(source.text(index), at: index, hasParameters: true)
    case "deinit" where isDeclaration(index, before: "{"):
      declare("deinit", at: index, hasParameters: false)
    case "var" where !isInDeclaration, "let" where !isInDeclaration:
      declare(source.name(index + 1), at: index, hasParameters: false)
    case "struct", "class", "enum", "actor", "extension", "protocol":
      // The initial value of a static property has the name of its type.
      if let name = source.name(index + 1), !["func", "var", "let", "subscript"].contains(name) {
        file.declarations.append(.init(name, line: source.tokens[index].line))
        pending = nil
      }
    case "part", "function", "filePath", "fileID": readArgument(index)
    default: break
    }
  }

  private func isDeclaration(_ index: Int, before marks: String) -> Bool {
    guard let next = source.mark(index + 1) else { return false }
    return source.mark(index - 1) != "." && marks.contains(next)
  }

  private var isInDeclaration: Bool {
    openings.contains { if case .body(let declaration) = $0 { declaration != nil } else { false } }
  }

  private mutating func declare(_ name: String?, at index: Int, hasParameters: Bool) {
    if let name {
      file.declarations.append(.init(name, line: source.tokens[index].line))
    }
    pending = Pending(
      declaration: name == nil ? nil : file.declarations.count - 1, depth: openings.count,
      awaitsParameters: hasParameters)
  }

  // MARK: Arguments

  private mutating func readArgument(_ index: Int) {
    guard source.mark(index + 1) == ":", let before = source.mark(index - 1), "(,".contains(before),
      case .call(var call)? = openings.last
    else { return }
    let isWhole = source.mark(index + 3).map { ",)".contains($0) } ?? false
    let literal = isWhole ? source.string(index + 2) : nil
    let word = isWhole ? source.name(index + 2) : nil
    switch source.text(index) {
    case "part":
      call.part = literal.map { .literal($0) } ?? (word == "nil" ? .absent : .expression)
      if call.part == .expression { file.hasPartExpression = true }
    case "function":
      call.function =
        literal.map { .literal($0) } ?? (word == "#function" ? .ofTheTest : .expression)
    case "filePath": call.namesFile = true
    default: call.namesModule = true
    }
    openings[openings.count - 1] = .call(call)
  }

  // MARK: Marks

  private mutating func readMark(_ mark: Character, _ index: Int) {
    switch mark {
    case "(": openParenthesis(index)
    case "[": openings.append(.bracket)
    case "{": openBody()
    case ")": if case .call(let call)? = openings.popLast() { close(call) }
    case "]": if case .bracket? = openings.last { openings.removeLast() }
    case "}": closeBody()
    default: break
    }
  }

  private mutating func openParenthesis(_ index: Int) {
    if pending?.awaitsParameters == true, pending?.depth == openings.count {
      pending?.awaitsParameters = false
      openings.append(.parameters)
    } else {
      let isAssertion = source.name(index - 1) == "assertQueryBaseline"
      openings.append(.call(OpenCall(assertion: isAssertion ? source.tokens[index - 1].line : nil)))
    }
  }

  private mutating func openBody() {
    if let pending, pending.depth == openings.count {
      openings.append(.body(of: pending.declaration))
      self.pending = nil
    } else {
      openings.append(.body(of: nil))
    }
  }

  /// Closes what was left open in the body as well.
  private mutating func closeBody() {
    while let opening = openings.popLast() {
      if case .body = opening { break }
    }
    if let pending, pending.depth > openings.count { self.pending = nil }
  }

  private mutating func close(_ call: OpenCall) {
    if call.namesFile, !call.namesModule { file.hasForeignFiles = true }
    let found = call.assertion.map { TestFile.Call(line: $0, part: call.part) }
    switch call.function {
    case .ofTheTest: break
    case .literal(let function):
      let line = call.assertion ?? source.tokens[0].line
      var declaration = TestFile.Declaration(BaselineLocation.test(of: function), line: line)
      if let found { declaration.calls = [found] }
      file.declarations.append(declaration)
      return
    case .expression: if !call.namesFile { file.hasFunctionExpression = true }
    }
    guard let found else { return }
    for case .body(let declaration?) in openings {
      file.declarations[declaration].calls.append(found)
    }
  }
}
