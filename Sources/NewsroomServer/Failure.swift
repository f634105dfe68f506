import ArgumentParser
import Foundation

/// What ends the program before its work is done.
enum Failure {
  /// Writes a sentence to standard error, and gives the error that exits with code 2.
  static func exit(_ sentence: String) -> ExitCode {
    FileHandle.standardError.write(Data("Error: \(sentence)\n".utf8))
    return ExitCode(2)
  }
}
