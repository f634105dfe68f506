import TestSupport
import Testing

extension PullRequest {
  /// Expects the tests of the list to fail with these words, in both libraries, no other test to
  /// fail, and no file to be another one after it.
  func expectFailures(
    sourceLocation: SourceLocation = #_sourceLocation,
    _ words: (_ name: String, _ path: String, _ command: String) -> String
  ) {
    #expect(tested.exitCode != 0, sourceLocation: sourceLocation)
    #expect(
      tested.failed.sorted() == MeasuredList.all.map(\.test).sorted(),
      sourceLocation: sourceLocation)
    #expect(tested.passed == ["oneArticle"], sourceLocation: sourceLocation)
    for list in MeasuredList.all {
      let said = tested.failures.filter { $0.test == list.test }.map(\.said)
      #expect(
        said == [words(list.name, "Baselines/" + list.path, list.command)],
        sourceLocation: sourceLocation)
    }
    #expect(statusAfterTests == "", sourceLocation: sourceLocation)
  }

  /// Expects each command to record one test and to fail, the next run to pass, and nothing but the
  /// list's baselines to be changed.
  func expectAcceptance(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(
      commands.sorted() == MeasuredList.all.map(\.command).sorted(), sourceLocation: sourceLocation)
    #expect(
      accepting.flatMap(\.failed).sorted() == MeasuredList.all.map(\.test).sorted(),
      sourceLocation: sourceLocation)
    for run in accepting {
      #expect(run.exitCode != 0, sourceLocation: sourceLocation)
      #expect(run.passed == [], sourceLocation: sourceLocation)
      #expect(
        run.failures.map(\.said).allSatisfy { $0.contains("was recorded anew") },
        sourceLocation: sourceLocation)
    }
    #expect(accepted.exitCode == 0, sourceLocation: sourceLocation)
    #expect(accepted.failures == [], sourceLocation: sourceLocation)
    #expect(accepted.passed.count == 3, sourceLocation: sourceLocation)
    #expect(
      changedFiles.sorted() == MeasuredList.all.map { " M Baselines/" + $0.path }.sorted(),
      sourceLocation: sourceLocation)
  }
}
