import Foundation
import QueryBudget
import Testing

/// The command that runs a test alone and records what it measures.
struct AcceptingCommand {
  private let fileID: String
  private let function: String
  /// Whether a filter is held against the source file as well, as only Swift Testing does.
  private let filtersFiles: Bool

  /// The test that runs now, or else the function that called the assertion.
  init(_ location: CallerLocation) {
    if let test = Test.current {
      self.init(fileID: test.sourceLocation.fileID, function: test.name, filtersFiles: true)
    } else {
      self.init(fileID: "\(location.fileID)", function: location.function, filtersFiles: false)
    }
  }

  init(fileID: String, function: String, filtersFiles: Bool) {
    self.fileID = fileID
    self.function = function
    self.filtersFiles = filtersFiles
  }

  var text: String {
    let quoted = pattern.replacing("'", with: "'\\''")
    return "QUERY_BUDGET_RECORD=failed swift test --filter '\(quoted)'"
  }

  /// A regular expression that no other test of the package matches.
  private var pattern: String {
    let parts = fileID.split(separator: "/")
    let name = BaselineLocation.test(of: function).filter { $0 != "`" }
    var pattern = "^\(parts.first ?? "")\\..*" + Self.word(name)
    if filtersFiles, let file = parts.last, parts.count > 1 {
      pattern += ".*/" + NSRegularExpression.escapedPattern(for: String(file))
    }
    return pattern
  }

  /// A name that is no part of a longer one.
  private static func word(_ name: String) -> String {
    func end(_ character: Character?) -> String {
      character.map { $0.isLetter || $0.isNumber || $0 == "_" } == true ? "\\b" : ""
    }
    return end(name.first) + NSRegularExpression.escapedPattern(for: name) + end(name.last)
  }
}
