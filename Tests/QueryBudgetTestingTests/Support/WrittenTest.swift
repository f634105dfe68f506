import Foundation

/// A test of the package, and what its source says that it must report.
///
/// A comment before the line of the assertion holds words of the failure:
///
/// ```swift
/// // fails: 1 query expected, 4 found.
/// try assertQueryCount(1, on: shop.recorder) { try shop.titlesOneByOne() }
/// ```
///
/// `fails nameless:` marks one that Swift Testing can't tell the test of, as no task leads there.
struct WrittenTest {
  struct Failure {
    let line: Int
    let words: [String]
    let isNameless: Bool
  }

  let target: String
  let suite: String
  let function: String
  let displayName: String?
  let file: URL
  let isXCTest: Bool
  var failures: [Failure]

  /// As `swift test list` has it.
  var name: String { "\(target).\(suite)/\(function)" }

  /// As the running tests print it.
  var printedName: String { isXCTest ? "\(suite).\(function)" : displayName ?? function }

  /// Whether Swift Testing can't tell that it is what fails.
  var isNameless: Bool { !failures.isEmpty && failures.allSatisfy(\.isNameless) }
}

extension WrittenTest {
  /// Reads the tests of one file.
  static func read(_ file: URL, target: String) throws -> [WrittenTest] {
    var tests: [WrittenTest] = []
    var suite = ""
    var isXCTest = false
    var isTest = false
    var displayName: String?
    var marks: [(words: String, isNameless: Bool)] = []
    var early: [Failure] = []
    for (index, line) in try lines(of: file).enumerated() {
      if let mark = line.firstMatch(of: /^\/\/ fails( nameless)?: (.*)$/) {
        marks.append((String(mark.2), mark.1 != nil))
        continue
      }
      if let type = line.firstMatch(of: /^[^\/]*\b(?:class|struct|actor) (\w+)/) {
        suite = String(type.1)
        isXCTest = line.contains("XCTestCase")
      }
      let failure = marks.first.map { first in
        Failure(line: index + 1, words: marks.map(\.words), isNameless: first.isNameless)
      }
      marks = []
      if line.hasPrefix("@Test") {
        isTest = true
        displayName = line.firstMatch(of: /@Test\("([^"]*)"/).map { String($0.1) }
      }
      if let function = line.firstMatch(of: /\bfunc (\w+)\(/),
        isTest || function.1.hasPrefix("test")
      {
        tests.append(
          WrittenTest(
            target: target, suite: suite, function: String(function.1), displayName: displayName,
            file: file, isXCTest: isXCTest, failures: early))
        (early, displayName, isTest) = ([], nil, false)
      }
      guard let failure else { continue }
      if isTest {
        early.append(failure)
      } else if let last = tests.indices.last {
        tests[last].failures.append(failure)
      }
    }
    return tests
  }

  private static func lines(of file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }
}
