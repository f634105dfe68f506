/// Why the backend does not start: everything that is wrong with its settings, not the first thing.
public struct SettingsError: Error, Equatable, Sendable, CustomStringConvertible {
  /// One sentence for each thing that is wrong.
  public let problems: [String]

  init(_ problems: [String]) {
    self.problems = problems
  }

  /// The sentence, or all of them in a list.
  public var description: String {
    guard problems.count > 1 else { return problems.first ?? "" }
    return (["\(problems.count) settings can't be used:"] + problems.map { "  - \($0)" })
      .joined(separator: "\n")
  }
}
