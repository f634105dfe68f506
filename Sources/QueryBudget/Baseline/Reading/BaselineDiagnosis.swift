import Foundation

/// Finds out what is wrong with a file that is no sound baseline, and on which line.
struct BaselineDiagnosis {
  private let json: Data
  private let outline: JSONOutline

  init(of json: Data) {
    self.json = json
    outline = JSONOutline(of: json)
  }

  /// Why a file could not be decoded.
  func problem(for error: any Error) -> BaselineProblem {
    if let problem = BaselineText(json).problem ?? notJSON { return problem }
    if let unknown = error as? BaselineFormat.Unknown { return problem(for: unknown) }
    if let duplicate { return duplicate }
    guard let error = error as? DecodingError else {
      return BaselineProblem(line: nil, text: "it can't be read (\(error))")
    }
    return problem(for: error)
  }

  /// Which member is more, or less, than a baseline has.
  var unexpectedMember: BaselineProblem {
    BaselineText(json).problem ?? notJSON ?? duplicate ?? unknownKey ?? null
      ?? BaselineProblem(line: nil, text: "it holds what no baseline holds")
  }

  /// Where a value stands that says nothing or contradicts another one.
  func problem(for fault: Baseline.Fault) -> BaselineProblem {
    problem(at: fault.path, "\(Self.quoted(fault.path)) \(fault.text)")
  }

  /// The path in quotes, without control characters of the file.
  private static func quoted(_ path: JSONPath) -> String {
    path.steps.isEmpty ? "the baseline" : path.description.debugDescription
  }

  private func problem(at path: JSONPath, _ text: String) -> BaselineProblem {
    BaselineProblem(line: outline.line(of: path), text: text)
  }

  private var notJSON: BaselineProblem? {
    outline.problem.map {
      BaselineProblem(line: $0.line, text: "this is not JSON: \($0.text)")
    }
  }

  private func problem(for unknown: BaselineFormat.Unknown) -> BaselineProblem {
    let line = outline.line(of: JSONPath()["format"])
    guard unknown.format > Baseline.currentFormat else {
      return BaselineProblem(
        line: line, text: "format \(unknown.format) is none, the first was 1")
    }
    return BaselineProblem(
      line: line,
      text: "format \(unknown.format) is newer than \(Baseline.currentFormat), which this version "
        + "of QueryBudget reads",
      advice: "update QueryBudget", isBroken: false)
  }
}

extension BaselineDiagnosis {
  private var duplicate: BaselineProblem? {
    outline.duplicate.map {
      BaselineProblem(
        line: $0.line,
        text: "\(Self.quoted($0.path)) stands here for the second time",
        advice: "remove one, or record it anew with QUERY_BUDGET_RECORD=all")
    }
  }

  private var unknownKey: BaselineProblem? {
    outline.values.first { !BaselineKeys.isKnown($0.path) }.map {
      BaselineProblem(
        line: $0.line,
        text: "\(Self.quoted($0.path)) is no key of format \(Baseline.currentFormat)",
        advice: "update QueryBudget if a newer version wrote it, else remove it")
    }
  }

  private var null: BaselineProblem? {
    outline.values.first { $0.kind == .null }.map {
      BaselineProblem(
        line: $0.line, text: "\(Self.quoted($0.path)) is null",
        advice: "leave it out instead")
    }
  }

  private func problem(for error: DecodingError) -> BaselineProblem {
    switch error {
    case .keyNotFound(let key, let context):
      let path = JSONPath(context.codingPath)
      return problem(at: path, "\(Self.quoted(path[key.stringValue])) is missing")
    case .typeMismatch(_, let context), .valueNotFound(_, let context),
      .dataCorrupted(let context):
      // Of a number that is not whole Foundation doesn't say where it stands.
      let path = context.codingPath.isEmpty ? unfitNumber : nil
      return wrongValue(at: path ?? JSONPath(context.codingPath))
    @unknown default:
      return BaselineProblem(line: nil, text: "it can't be read (\(error))")
    }
  }

  private func wrongValue(at path: JSONPath) -> BaselineProblem {
    let expected = BaselineKeys.expectation(of: path)
    let value = outline.values.first { $0.path == path }
    let kind = value?.kind == .number ? value?.number : value?.kind.rawValue
    // A text that names no kind is a text all the same.
    let found = kind.flatMap { expected.hasPrefix($0) ? nil : " and not \($0)" } ?? ""
    return problem(at: path, "\(Self.quoted(path)) must be \(expected)\(found)")
  }

  private var unfitNumber: JSONPath? {
    outline.values.first { value in
      value.number.map { Int($0) == nil } == true
        && BaselineKeys.expectation(of: value.path) == BaselineKeys.wholeNumber
    }?.path
  }
}
