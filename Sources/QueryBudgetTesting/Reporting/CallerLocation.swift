import Foundation
import Testing
import XCTest

/// The line of a test that called an assertion.
struct CallerLocation: Sendable {
  let fileID: StaticString
  let filePath: StaticString
  let line: UInt
  let column: UInt

  /// The function that the line is in; empty where nobody needs it.
  var function = ""

  private var sourceLocation: SourceLocation {
    SourceLocation(
      fileID: "\(fileID)", filePath: "\(filePath)", line: Int(line), column: Int(column))
  }

  /// Fails the running test at this line, in XCTest and in Swift Testing, on any thread.
  func fail(_ message: String) {
    Issue.record(Comment(rawValue: message), sourceLocation: sourceLocation)
    // Inside XCTest the issue is dropped without a word, and in a detached task no test is known,
    // so that XCTest can't be told from Swift Testing there: both are told.
    #if compiler(<6.4)
      if Test.current == nil { XCTFail(message, file: filePath, line: line) }
    #endif
  }

  /// Tells the developer something that fails no test: a warning in Swift Testing, a line in the
  /// output of XCTest, which has no warnings.
  func warn(_ message: String) {
    #if compiler(>=6.3)
      if Test.current != nil {
        Issue.record(
          Comment(rawValue: message), severity: .warning, sourceLocation: sourceLocation)
        return
      }
    #endif
    FileHandle.standardError.write(Data("\(filePath):\(line): warning: \(message)\n".utf8))
  }
}
