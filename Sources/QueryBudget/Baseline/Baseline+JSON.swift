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
  /// Throws a ``BaselineError`` that names file, line and what to do, for everything that was not
  /// written by this version of QueryBudget or an earlier one.
  public init(json: Data, path: String) throws {
    do {
      self = try BaselineFormat.read(json)
    } catch {
      throw BaselineDiagnosis(of: json).problem(for: error).error(in: path)
    }
    if JSONMembers.count(in: json) != memberCount {
      throw BaselineDiagnosis(of: json).unexpectedMember.error(in: path)
    }
    if let fault = fault {
      throw BaselineDiagnosis(of: json).problem(for: fault).error(in: path)
    }
  }

  /// How many members the objects of the file have.
  private var memberCount: Int {
    let ofStatements = statements.reduce(0) { count, statement in
      let optional = [statement.accepted != nil, statement.plan != nil, statement.rows != nil]
      return count + 3 + optional.count { $0 }
    }
    return 5 + (sqlite == nil ? 0 : 1) + scales.count + ofStatements
  }
}
