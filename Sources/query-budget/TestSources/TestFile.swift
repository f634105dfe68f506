/// What one Swift file says of the measurements in it.
struct TestFile {
  /// Something that `#function` names: a function, a property, an initializer, a type.
  struct Declaration {
    let name: String
    let line: Int

    /// The calls of `assertQueryBaseline` in it.
    var calls: [Call] = []
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

    /// An expression, of which the source doesn't say what it comes to.
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

  /// Looks for the test and the part of which a baseline's file is named, without its `.json`.
  func answer(for name: Substring) -> Answer {
    var best = hasFunctionExpression ? Answer.untold : .testIsGone
    for declaration in declarations {
      for form in BaselineName.forms(of: declaration.name, in: name) where name.hasPrefix(form) {
        let rest = name.dropFirst(form.count)
        if rest.isEmpty { return .found(line: declaration.line(of: nil)) }
        guard rest.first == "-" else { continue }
        switch line(ofPart: rest.dropFirst(), in: declaration) {
        case let line?: return .found(line: line)
        case nil: if best == .testIsGone { best = .partIsGone(line: declaration.line) }
        }
      }
    }
    return best
  }

  private func line(ofPart part: Substring, in declaration: Declaration) -> Int? {
    let literal = literals.first {
      BaselineName.forms(ofPart: $0, in: part).contains { $0 == part }
    }
    guard literal != nil || hasPartExpression else { return nil }
    return declaration.line(of: literal)
  }
}

extension TestFile.Declaration {
  /// The line of the call with this part; that of the declaration where there is no such call.
  fileprivate func line(of part: String?) -> Int {
    let wanted = part.map { TestFile.Part.literal($0) } ?? .absent
    let call = calls.first { $0.part == wanted } ?? calls.first { $0.part == .expression }
    return call?.line ?? line
  }
}
