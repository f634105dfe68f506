import Foundation
import QueryBudget
import Testing

/// B6 and B7: what didn't change isn't written.
@Suite struct UnchangedBaselineTests {
  /// What tells whether a file was written: its number, which another file hasn't, and its time.
  private func stamp(_ path: String) throws -> [Int] {
    var status = stat()
    try #require(stat(path, &status) == 0)
    #if os(Linux)
      return [Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec]
    #else
      return [Int(status.st_ino), status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec]
    #endif
  }

  @Test(
    "B6: recorded again without a change, the file isn't written", arguments: RecordMode.allCases)
  func unchanged(mode: RecordMode) throws {
    let folder = try TestFolder()
    let location = try folder.location("list()").write(Baseline(of: SampleBaselines.constant))
    let before = try stamp(location.file.path)
    let comparison = try BaselineComparison(
      SampleBaselines.constant, at: location, mode: mode, accepting: "swift test")
    #expect(comparison.outcome == .same)
    #expect(try stamp(location.file.path) == before)
    _ = try location.write(Baseline(of: SampleBaselines.growing))
    #expect(try stamp(location.file.path) != before)
  }

  @Test("B6: the same measurement makes the same bytes")
  func sameBytes() throws {
    let first = try Baseline(of: SampleBaselines.growing).json()
    for _ in 0..<20 { #expect(try Baseline(of: SampleBaselines.growing).json() == first) }
  }

  @Test("What a dead writer left goes with the next write, and nothing else does")
  func leftovers() throws {
    let folder = try TestFolder()
    let left = [".list.json.4711.0.tmp", ".a-b~x.json.1.12.tmp"]
    let own = [
      ".gitkeep", ".list.json.swp", ".list.tmp", ".list.json.a.0.tmp", ".list.json.1.tmp",
      "list.json.4711.0.tmp", ".list.txt.1.0.tmp", ".list.json..0.tmp",
    ]
    for name in left + own { try folder.write("", to: name) }
    try BaselineFile(path: folder["list.json"]).write(Baseline(of: SampleBaselines.constant))
    #expect(try folder.names() == (own + ["list.json"]).sorted())
  }
}
