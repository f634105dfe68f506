import Foundation
import QueryBudget

/// What a run of the tests measured: the folder that `QUERY_BUDGET_RESULTS` named.
struct RunResults: Sendable {
  private let folder: BaselineFolder

  /// Throws a ``Trouble`` where no result is in the folder: every baseline would seem unmeasured.
  init(_ path: String) throws {
    folder = BaselineFolder(path: path)
    struct Found: Error {}
    do {
      guard FileIdentity(of: path)?.isFolder == true else { throw Trouble(Self.missing(path)) }
      try folder.forEachFile { if $0.hasSuffix(".json") { throw Found() } }
      throw Trouble(Self.missing(path))
    } catch is Found {}
  }

  private static func missing(_ path: String) -> String {
    "no result of a run lies in \(path): run the tests with QUERY_BUDGET_RESULTS=\(path)."
  }

  /// What was measured for a baseline; nil where nothing was.
  func result(for baseline: String) throws -> MeasurementResult? {
    guard let bytes = FileBytes.read(folder.path + "/" + baseline) else { return nil }
    return try MeasurementResult(json: Data(bytes), path: folder.path + "/" + baseline)
  }

  /// Whether something was measured for a baseline.
  func has(_ baseline: String) -> Bool { FileIdentity(of: folder.path + "/" + baseline) != nil }

  /// Calls `body` with the path of each baseline that the run measured or missed.
  func forEachBaseline(_ body: (String) throws -> Void) throws {
    try folder.forEachFile { path in
      guard path.hasSuffix(".json"), let result = try result(for: path) else { return }
      if let baseline = result.baseline { try body(baseline) }
    }
  }
}
