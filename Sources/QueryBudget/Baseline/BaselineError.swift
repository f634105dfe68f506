/// Why a baseline could not be read or written; never taken for «there is no baseline».
public struct BaselineError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file.
  public let path: String

  /// The line in it, where one is known.
  public let line: Int?

  /// What is wrong and what to do.
  public let problem: String

  /// What is wrong with a file that could be read but not understood; recording all puts another
  /// in its place. One that a newer version wrote is not broken.
  let brokenBy: String?

  /// A problem with a file.
  public init(path: String, line: Int? = nil, problem: String) {
    self.init(path: path, line: line, problem: problem, brokenBy: nil)
  }

  init(path: String, line: Int?, problem: String, brokenBy: String?) {
    self.path = path
    self.line = line
    self.problem = problem
    self.brokenBy = brokenBy
  }

  /// File, line, what is wrong and what to do.
  public var description: String {
    path + (line.map { ":\($0)" } ?? "") + ": " + problem
  }
}
