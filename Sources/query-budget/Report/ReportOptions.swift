import ArgumentParser
import QueryBudget

/// What a page shows.
struct ReportOptions: ParsableArguments {
  @OptionGroup var baselines: BaselinesOptions

  @Option(help: ArgumentHelp("A revision of git to compare with.", valueName: "revision"))
  var base: String?

  @OptionGroup var point: BasePoint

  @Option(
    help: ArgumentHelp(
      "What a run of the tests measured: the folder that QUERY_BUDGET_RESULTS named.",
      valueName: "folder"))
  var results: String?

  /// Finds everything that was named, or throws trouble where something isn't there.
  func source() throws -> ReportSource {
    let folder = try baselines.folder()
    let revision = try base.map {
      try GitRevision($0, of: folder, mergeBase: point.mergeBase ? "HEAD" : nil)
    }
    // A run, or a revision, may have measurements where nothing was agreed yet.
    let isThere = FileIdentity(of: folder.path) != nil
    guard isThere || revision != nil || results != nil else {
      throw Trouble(
        "there is no folder \(folder.path): record baselines by running the tests, or name their "
          + "folder with --baselines.")
    }
    return ReportSource(
      agreed: isThere ? FolderState(folder: folder) : nil,
      base: revision,
      baseName: revision?.fullName,
      results: try results.map { try ReportResults(BaselineFolder(path: $0)) })
  }
}
