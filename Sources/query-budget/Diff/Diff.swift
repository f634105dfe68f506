import Foundation
import QueryBudget

/// Two states of the baselines, and what differs.
struct Diff {
  /// What a person calls the two states: `main`, `the working tree`.
  let oldName: String
  let newName: String

  let found: BaselineChanges

  /// What a run measured, where that is the new state.
  var results: ResultState?

  var changes: [BaselineChange] { found.changes }

  /// The files that differ and can't be read, as a person in the working folder writes them.
  var problems: [BaselineError] {
    let working = FileManager.default.currentDirectoryPath + "/"
    return found.problems.map { problem in
      guard problem.path.hasPrefix(working) else { return problem }
      let path = String(problem.path.dropFirst(working.count))
      return BaselineError(path: path, line: problem.line, problem: problem.problem)
    }
  }

  /// As diff(1) has it: 0 for nothing worse, 1 for something worse, 2 for trouble.
  var status: Int32 {
    if !problems.isEmpty { return Trouble.status }
    return count(.worse) > 0 ? 1 : 0
  }

  /// How many changes there are of a category.
  func count(_ category: BaselineChange.Category) -> Int {
    changes.count { $0.category == category }
  }

  /// `2 worse, 1 new, 3 better`; nil where nothing differs.
  var counts: String? {
    let parts = BaselineChange.Category.allCases.compactMap { category in
      let count = count(category)
      return count > 0 ? "\(count) \(category.rawValue)" : nil
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The sentence that says it all.
  var summary: String {
    guard let counts else {
      return problems.isEmpty
        ? "Nothing differs between \(oldName) and \(newName)."
        : "Nothing else differs between \(oldName) and \(newName)."
    }
    return "\(counts), from \(oldName) to \(newName)."
  }
}

extension BaselineChange {
  /// What a reviewer reads below its name, one line each, indented where it belongs to a statement.
  var lines: [String] {
    if let difference { return difference.lines }
    guard let old, let new else { return onlyLines }
    if old.sqlite != new.sqlite {
      let versions = "\(old.sqlite ?? "none") -> \(new.sqlite ?? "none")"
      return ["sqlite    \(versions)", "  Plans of two versions of SQLite are not compared."]
    }
    return ["format    \(old.format) -> \(new.format)"]
  }

  /// What is said of one that is in one state only.
  private var onlyLines: [String] {
    guard let baseline = new ?? old else { return [] }
    var lines = ["queries   \(baseline.queries)"]
    guard new != nil else { return lines }
    for statement in baseline.growing {
      lines += ["grows     \(statement.sql)", "  runs    \(statement.runs)"]
      if let reason = statement.accepted { lines.append("  accepted  \(reason)") }
    }
    return lines
  }
}
