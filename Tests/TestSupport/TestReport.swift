/// What the output of a test run says, of XCTest and of Swift Testing.
package struct TestReport: Sendable {
  /// One failure as it was printed.
  package struct Failure: Equatable, Sendable {
    /// The test: `PlainXCTests.testExact`, `exact`, or `«unknown»`.
    package let test: String

    /// The file: its path from XCTest, its name from Swift Testing.
    package let file: String

    package let line: Int
    package var message: String

    /// What the assertion said, without what either library puts around it.
    package var said: String {
      if message.hasPrefix("failed - ") { return String(message.dropFirst("failed - ".count)) }
      let lines = message.split(separator: "\n", omittingEmptySubsequences: false).dropFirst()
      return lines.map { $0.trimmingPrefix(#/↳ |  /#) }.joined(separator: "\n")
    }
  }

  /// The status of the whole run.
  package let exitCode: Int32

  /// Everything that was printed.
  package let output: String

  /// Every failure, in the order in which they were printed.
  package private(set) var failures: [Failure] = []

  /// The tests that passed, as failures name them.
  package private(set) var passed: [String] = []

  /// The tests that failed.
  package private(set) var failed: [String] = []

  /// Reads what `swift test` printed.
  package init(_ run: Command) {
    exitCode = run.exitCode
    output = run.printed
    var isInFailure = false
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if let failure = Self.failure(line) {
        failures.append(failure)
        isInFailure = true
      } else if let end = Self.end(line) {
        if end.passed { passed.append(end.test) } else { failed.append(end.test) }
        isInFailure = false
      } else if Self.isAboutRun(line) {
        isInFailure = false
      } else if isInFailure {
        failures[failures.count - 1].message += "\n" + line
      }
    }
  }

  private static func failure(_ line: Substring) -> Failure? {
    if let xcTest = line.wholeMatch(of: /(.+):(\d+): error: (-\[.+\]|\S+) : (.*)/) {
      return Failure(
        test: plain(xcTest.3), file: String(xcTest.1), line: Int(xcTest.2) ?? 0,
        message: String(xcTest.4))
    }
    let issue = /\S+ Test (.+?) recorded an issue(?: with .+)? at (\S+?):(\d+):\d+: (.*)/
    return line.wholeMatch(of: issue).map { issue in
      Failure(
        test: plain(issue.1), file: String(issue.2), line: Int(issue.3) ?? 0,
        message: String(issue.4))
    }
  }

  private static func end(_ line: Substring) -> (test: String, passed: Bool)? {
    if let xcTest = line.firstMatch(of: /^Test Case '(.+)' (passed|failed) \(/) {
      return (plain(xcTest.1), xcTest.2 == "passed")
    }
    let test = #/^\S+ Test (?!run with )(.+?)(?: with \d+ test cases?)? (passed|failed) after /#
    return line.firstMatch(of: test).map { (plain($0.1), $0.2 == "passed") }
  }

  private static func isAboutRun(_ line: Substring) -> Bool {
    line.contains(/^(Test (Suite|Case) |\S+ (Test|Suite) )/)
  }

  /// `-[MustFail.PlainXCTests testExact]` becomes `PlainXCTests.testExact`, `exact()` becomes
  /// `exact`, and a display name loses its quotes.
  private static func plain(_ name: Substring) -> String {
    if let objectiveC = name.wholeMatch(of: /-\[(?:\w+\.)?(\w+) (\w+)\]/) {
      return "\(objectiveC.1).\(objectiveC.2)"
    }
    if let display = name.wholeMatch(of: /"(.*)"/) { return String(display.1) }
    return String(name.prefix { $0 != "(" })
  }
}
