/// Something about a file in the folder of baselines that somebody has to mend.
struct Finding: Encodable, Sendable {
  /// What is wrong with it.
  enum Rule: String, Encodable {
    /// It can't be read.
    case broken

    /// Its name differs from that of a neighbour only in case.
    case `case`

    /// The run of the tests measured something else.
    case differs

    /// Something grows with the rows in it that no test accepts.
    case growing

    /// A writer that was killed left it behind.
    case leftover

    /// No test looks for its baseline where it lies.
    case misplaced

    /// The run of the tests measured it, and there is no such file.
    case missing

    /// It is no baseline.
    case stray

    /// It is not written as this version of QueryBudget writes it.
    case unsorted

    /// Its test is gone.
    case untested
  }

  let line: Int
  let path: String
  let problem: String
  let rule: Rule

  /// `Baselines/AppTests/ArticleTests/list.json:1: its test …`
  var text: String { PrintableText.line("\(path):\(line): \(problem)") }

  /// Whether it stands before another one in the order in which folders are gone through.
  func stands(before other: Finding) -> Bool {
    func key(_ path: String) -> some Sequence<UInt8> {
      path.utf8.lazy.map { $0 == UInt8(ascii: "/") ? 0 : $0 }
    }
    return key(path).lexicographicallyPrecedes(key(other.path))
  }
}
