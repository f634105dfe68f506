import Foundation
import TestSupport

/// What was reported against what the sources say must be.
struct FailureComparison {
  /// What is missing, what is too much, and what says something else.
  private(set) var problems: [String] = []

  init(_ tests: [WrittenTest], _ report: TestReport) {
    var reported = report.failures
    for test in tests {
      for failure in test.failures {
        let place = "\(test.name) at line \(failure.line)"
        let index = reported.firstIndex { reported in
          reported.line == failure.line && Self.isFile(reported.file, of: test)
        }
        guard let index else {
          problems.append("\(place) was not reported.")
          continue
        }
        let found = reported.remove(at: index)
        let name = failure.isNameless ? "«unknown»" : test.printedName
        // While a serialized suite runs, Swift Testing prints twice what belongs to no test.
        if failure.isNameless { reported.removeAll { $0 == found } }
        if found.test != name { problems.append("\(place) was charged to \(found.test).") }
        for words in failure.words where !found.message.contains(words) {
          problems.append("\(place) does not say «\(words)»: \(found.message)")
        }
      }
    }
    problems += reported.map {
      "\($0.file):\($0.line) of \($0.test) was not expected: \($0.message)"
    }
  }

  /// XCTest prints the path of a file, Swift Testing its name.
  private static func isFile(_ file: String, of test: WrittenTest) -> Bool {
    guard test.isXCTest else { return file == test.file.lastPathComponent }
    return URL(fileURLWithPath: file).resolvingSymlinksInPath()
      == test.file.resolvingSymlinksInPath()
  }
}
