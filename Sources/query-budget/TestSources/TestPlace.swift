/// Where the test of a baseline is.
enum TestPlace: Equatable {
  /// The assertion, or its function, at a line of a file; the path is from the package's folder.
  case found(file: String, line: Int)

  /// It may be there: the source doesn't say.
  case untold

  /// No file of that name is in the test target.
  case fileIsGone

  /// The file has no such function.
  case testIsGone(file: String)

  /// The function is there, and measures no such part.
  case partIsGone(file: String, line: Int)

  /// Whether the baseline is of no use any more.
  var isGone: Bool {
    switch self {
    case .found, .untold: false
    case .fileIsGone, .testIsGone, .partIsGone: true
    }
  }

  /// Of the places in several files of one name, the one that speaks for the test.
  fileprivate var rank: Int {
    switch self {
    case .found: 0
    case .untold: 1
    case .partIsGone: 2
    case .testIsGone: 3
    case .fileIsGone: 4
    }
  }

  static func best(of places: [TestPlace]) -> TestPlace {
    places.min { $0.rank < $1.rank } ?? .fileIsGone
  }
}

extension TestPlace {
  /// Why the baseline at a path is of no use any more; nil when it may be of some.
  func reason(for path: String) -> String? {
    let parts = path.split(separator: "/").map(String.init)
    let name = parts.last.map { String($0.dropLast(5)) } ?? path
    return switch self {
    case .found, .untold: nil
    case .fileIsGone:
      "its test is gone: there is no \(parts.dropLast().last ?? path).swift in the target "
        + "\(parts.first ?? path)"
    case .testIsGone(let file): "its test is gone: nothing in \(file) is called \(name)"
    case .partIsGone(let file, let line):
      "its measurement is gone: the test at \(file):\(line) has no part that makes the name \(name)"
    }
  }
}
