import Foundation
import QueryBudget

extension CallerLocation {
  /// Writes what was measured below the folder that `QUERY_BUDGET_RESULTS` names, where it is set.
  func keep(
    _ result: GrowthResult,
    outcome: MeasurementResult.Outcome,
    failure: String?,
    at baseline: BaselineLocation? = nil,
    agreed: Baseline? = nil
  ) {
    // A passing assertion asks one variable, and copies no environment.
    guard let folder = getenv("QUERY_BUDGET_RESULTS").map({ String(cString: $0) }), !folder.isEmpty
    else { return }
    let kept = MeasurementResult(
      result.growth, accepting: result.accepted,
      test: .init(file: packageFile, function: function, line: Int(line)), outcome: outcome,
      failure: failure, baseline: baseline?.relativePath, agreed: agreed)
    do {
      // A test may have several assertions without a baseline: the line tells them apart.
      let path =
        try baseline?.relativePath
        ?? BaselineLocation(
          filePath: "\(filePath)", fileID: "\(fileID)", function: function,
          part: "\(kept.measured.name), line \(line)",
          environment: ["QUERY_BUDGET_BASELINES": folder]
        ).relativePath
      try kept.write(to: folder + "/" + path)
    } catch {
      fail("The result of \(kept.measured.name) was not kept: \(error)")
    }
  }

  /// The source file from the folder of its package, as a report shows it.
  private var packageFile: String {
    let file = "\(filePath)"
    let folder = (file as NSString).deletingLastPathComponent
    guard let baselines = BaselineFolder.nearest(to: folder, environment: [:]) else { return file }
    let package = (baselines.path as NSString).deletingLastPathComponent
    return file.hasPrefix(package + "/") ? String(file.dropFirst(package.count + 1)) : file
  }
}
