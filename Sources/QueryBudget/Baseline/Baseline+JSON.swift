public import Foundation

extension Baseline {
  /// The file's contents: keys and statements sorted, one value a line, a newline at the end.
  public func json() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self) + Data("\n".utf8)
  }

  /// Reads the contents of a file; `path` is what an error names.
  ///
  /// Throws a ``BaselineError`` that names file, line where it is known, and what to do.
  public init(json: Data, path: String) throws {
    if let line = Self.mergeMarker(in: json) {
      throw BaselineError(
        path: path, line: line,
        problem: "a merge conflict is left in this baseline; resolve it, or record it again.")
    }
    struct Version: Decodable { let format: Int }
    do {
      let version = try JSONDecoder().decode(Version.self, from: json)
      guard version.format <= Self.currentFormat else {
        throw BaselineError(
          path: path,
          problem: "format \(version.format) is newer than \(Self.currentFormat), which this "
            + "version of QueryBudget reads; update QueryBudget.")
      }
      self = try JSONDecoder().decode(Baseline.self, from: json)
    } catch let error as DecodingError {
      throw BaselineError(path: path, problem: Self.explain(error))
    }
  }

  private static func mergeMarker(in json: Data) -> Int? {
    let lines = json.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let markers = ["<<<<<<<", "=======", ">>>>>>>"].map { Data($0.utf8) }
    return lines.firstIndex { line in markers.contains { line.starts(with: $0) } }.map { $0 + 1 }
  }

  private static func explain(_ error: DecodingError) -> String {
    let advice = "restore it from version control, or delete it and record it again."
    switch error {
    case .keyNotFound(let key, let context):
      return "\"\(path(context) + key.stringValue)\" is missing; \(advice)"
    case .typeMismatch(_, let context), .valueNotFound(_, let context):
      return "\"\(path(context).dropLast())\" has the wrong type; \(advice)"
    case .dataCorrupted(let context):
      let details = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey]
      return "this is not JSON (\(details ?? context.debugDescription)); \(advice)"
    @unknown default:
      return "it can't be read (\(error)); \(advice)"
    }
  }

  private static func path(_ context: DecodingError.Context) -> String {
    context.codingPath.map { ($0.intValue.map(String.init) ?? $0.stringValue) + "." }.joined()
  }
}
