import QueryBudget

/// The names that files of baselines have for a test in the source.
struct BaselineName {
  /// The name of the test, as `#function` has it without its arguments.
  let test: String

  private let whole: SafeName
  private let start: String

  init(test: String) {
    self.test = test
    whole = SafeName(test: test, part: nil, suffix: "")
    start = whole.plain + "-"
  }

  /// Whether a file, without its `.json`, is called after the test.
  func isName(of file: Substring) -> Bool { file == whole.plain || file == whole.hashed }

  /// Whether a file is called after some part of the test.
  func isStart(of file: Substring) -> Bool { file.hasPrefix(start) }

  /// The part of the test after which a file is called; nil when it is none of these.
  func part(of file: Substring, among parts: Set<String>) -> String? {
    let rest = String(file.dropFirst(start.count))
    if parts.contains(rest), isName(of: file, part: rest) { return rest }
    return file.contains("~") ? parts.first { isName(of: file, part: $0) } : nil
  }

  private func isName(of file: Substring, part: String) -> Bool {
    let name = SafeName(test: test, part: part, suffix: "")
    return file == name.plain || file == name.hashed
  }

  /// Whether a folder is called after this target or suite.
  static func folder(_ folder: String, isOf name: String) -> Bool {
    if folder == name { return true }
    guard folder.contains("~") else { return false }
    let safe = SafeName(name)
    return folder == safe.plain || folder == safe.hashed
  }
}
