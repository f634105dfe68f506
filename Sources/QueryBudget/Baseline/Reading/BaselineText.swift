import Foundation

/// What is wrong with a file before it is looked at as JSON.
struct BaselineText {
  private let json: Data

  init(_ json: Data) {
    self.json = json
  }

  /// The first thing that is wrong with it.
  var problem: BaselineProblem? { empty ?? conflict ?? otherEncoding ?? mark }

  private var empty: BaselineProblem? {
    guard json.allSatisfy({ [0x20, 0x09, 0x0A, 0x0D].contains($0) }) else { return nil }
    return BaselineProblem(line: 1, text: "the file is empty")
  }

  /// Git puts its markers at the beginning of a line. No JSON that is sound has one there, since a
  /// text can't go on in the next line.
  private var conflict: BaselineProblem? {
    let markers = ["<<<<<<< ", "||||||| ", "=======", ">>>>>>> "].map { Data($0.utf8) }
    let lines = json.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    guard let line = lines.firstIndex(where: { line in markers.contains { line.starts(with: $0) } })
    else { return nil }
    return BaselineProblem(
      line: line + 1,
      text: "a merge conflict is left in this baseline",
      advice: "resolve it, or record it anew with QUERY_BUDGET_RECORD=all")
  }

  private var otherEncoding: BaselineProblem? {
    guard String(validating: json, as: UTF8.self) == nil else { return nil }
    let lines = json.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil }
    return BaselineProblem(
      line: line.map { $0 + 1 }, text: "this is not UTF-8")
  }

  private var mark: BaselineProblem? {
    guard json.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    return BaselineProblem(
      line: 1, text: "a byte order mark stands before the baseline",
      advice: "save it as UTF-8 without one")
  }
}
