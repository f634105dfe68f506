/// Why a baseline could not be read or written; never taken for «there is no baseline».
public struct BaselineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// The line in it, where one is known.
  public let line: Int?

  /// What is wrong and what to do.
  public let problem: String

  /// A problem with a file.
  public init(path: String, line: Int? = nil, problem: String) {
    self.path = path
    self.line = line
    self.problem = problem
  }

  /// File, line, what is wrong and what to do.
  public var description: String {
    path + (line.map { ":\($0)" } ?? "") + ": " + problem
  }
}
