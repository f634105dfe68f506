/// What one Swift file says of the measurements in it.
struct TestFile {
  /// Something that `#function` names: a function, a property, an initializer, a type.
  struct Declaration {
    let name: BaselineName
    let line: Int

    /// The calls of `assertQueryBaseline` in it.
    var calls: [Call] = []

    init(_ name: String, line: Int) {
      self.name = BaselineName(test: name)
      self.line = line
    }
  }

  /// A call of `assertQueryBaseline`.
  struct Call {
    let line: Int
    let part: Part
  }

  /// The argument `part` of a call.
  enum Part: Equatable {
    case absent
    case literal(String)

    /// The source doesn't say what it comes to.
    case expression
  }

  var declarations: [Declaration] = []

  /// The text of every string without interpolation.
  var literals: Set<String> = []

  /// Whether an argument `part` is an expression: any part may then be meant.
  var hasPartExpression = false

  /// Whether an argument `function` is an expression, in a call that doesn't say of which file: any
  /// test may then be meant.
  var hasFunctionExpression = false

  /// Whether a call says of which file it is and not of which module: a baseline of this module may
  /// then belong to a file of another one.
  var hasForeignFiles = false
}

extension TestFile {
  /// What the file says of the test of a baseline.
  enum Answer: Equatable {
    case found(line: Int)
    case testIsGone
    case partIsGone(line: Int)

    /// The file may mean this test or another one.
    case untold
  }

  /// Looks for the test and the part after which a baseline's file is called, without its `.json`.
  func answer(for file: Substring) -> Answer {
    if let test = declarations.first(where: { $0.name.isName(of: file) }) {
      return .found(line: test.line(ofPart: nil))
    }
    let tests = declarations.filter { $0.name.isStart(of: file) }
    for test in tests {
      let part = test.name.part(of: file, among: literals)
      if part != nil || hasPartExpression { return .found(line: test.line(ofPart: part)) }
    }
    if hasFunctionExpression { return .untold }
    return tests.first.map { .partIsGone(line: $0.line) } ?? .testIsGone
  }
}

extension TestFile.Declaration {
  /// The line of the call with this part; that of the declaration where there is no such call.
  fileprivate func line(ofPart part: String?) -> Int {
    let wanted = part.map { TestFile.Part.literal($0) } ?? .absent
    let call = calls.first { $0.part == wanted } ?? calls.first { $0.part == .expression }
    return call?.line ?? line
  }
}
