import ArgumentParser
import Foundation

/// Ends the tool with one sentence on standard error and status 2, as diff(1) does.
struct Trouble: Error, CustomStringConvertible {
  /// The status of a tool that could not do its work.
  static let status: Int32 = 2

  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Runs a command's work; what it throws is said in one line.
  static func reporting(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch {
      say("\(error)")
      throw ExitCode(status)
    }
  }

  /// Says one line on standard error.
  static func say(_ text: String) {
    let sentence = PrintableText.line(
      text.split { $0.isNewline || $0 == "\t" }.joined(separator: " "))
    FileHandle.standardError.write(Data("query-budget: \(sentence)\n".utf8))
  }
}
