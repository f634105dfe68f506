import Foundation
import QueryBudget
import Testing

/// B10: a writer that is killed, or meets a disk that takes no more, leaves the old file or the new
/// one.
@Suite struct KilledWriterTests {
  private static let lanes = 4
  private static let killsPerLane = 55

  @Test("Killed at 220 random moments, it leaves one of two baselines, whole")
  func killed() async throws {
    let leftovers = try await withThrowingTaskGroup(of: Int.self) { group in
      for lane in 0..<Self.lanes {
        group.addTask { try Self.killWriters(seed: UInt64(lane)) }
      }
      return try await group.reduce(0, +)
    }
    // Kills that all came between two writes would have shown nothing.
    #expect(leftovers > 20)
  }

  /// Answers how many of the writers left a temporary file, and so died while writing.
  private static func killWriters(seed: UInt64) throws -> Int {
    let folder = try TestFolder()
    let texts = try [SampleBaselines.large(1), SampleBaselines.large(2, statements: 900)]
    try folder.write(texts[0], to: "first")
    try folder.write(texts[1], to: "second")
    var random = Splitmix(seed: seed)
    var leftovers = 0
    for kill in 0..<killsPerLane {
      let writer = try WriterProcess(
        "alternate", folder["all/list.json"], folder["first"], folder["second"])
      writer.waitForLine()
      usleep(UInt32(random.next() % 6000))
      writer.kill()
      let contents = try folder.contents(of: "all/list.json")
      #expect(texts.contains(contents), "kill \(kill) of seed \(seed): \(contents.count) bytes")
      leftovers += try folder.names(in: "all").count - 1
    }
    try BaselineFile(path: folder["all/list.json"]).write(json: texts[0])
    try BaselineFile(path: folder["all/list.json"]).write(json: texts[1])
    #expect(try folder.names(in: "all") == ["list.json"])
    #expect(try folder.contents(of: "all/list.json") == texts[1])
    return leftovers
  }

  @Test("A write that is cut short by a limit of the system says so and changes nothing")
  func limit() throws {
    let folder = try TestFolder()
    let old = try SampleBaselines.large(1)
    try folder.write(old, to: "all/list.json")
    try folder.write(try SampleBaselines.large(2, statements: 900), to: "new")
    // 4 blocks are at most 4 KiB: the first bytes are written, and the rest are refused.
    let writer = try WriterProcess(
      after: "trap '' XFSZ; ulimit -f 4", "write", folder["all/list.json"], folder["new"])
    let (status, output) = writer.end()
    #expect(status == 1)
    #expect(
      output == folder["all/list.json"] + ": it can't be written (File too large); nothing was "
        + "changed: mend that and record it again.")
    #expect(try folder.contents(of: "all/list.json") == old)
    #expect(try folder.names(in: "all") == ["list.json"])
  }

  @Test("A folder in which nothing may be made says so, and the old file stays")
  func unwritableFolder() throws {
    let folder = try TestFolder()
    let old = try SampleBaselines.large(1)
    try folder.write(old, to: "all/list.json")
    try folder.write(try SampleBaselines.large(2), to: "new")
    chmod(folder["all"], 0o555)
    chmod(folder["all/list.json"], 0o666)
    defer { chmod(folder["all"], 0o755) }
    // Root may write everywhere, so it becomes somebody else first.
    let writer = try WriterProcess(
      "write", folder["all/list.json"], folder["new"], user: getuid() == 0 ? 65534 : nil)
    let (status, output) = writer.end()
    #expect(status == 1)
    #expect(output.contains("it can't be written (Permission denied); nothing was changed"))
    #expect(try folder.contents(of: "all/list.json") == old)
    #expect(try folder.names(in: "all") == ["list.json"])
  }

  @Test("A write-protected file is not replaced")
  func writeProtected() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "list.json")
    chmod(folder["list.json"], 0o444)
    let error = #expect(throws: BaselineError.self) {
      try BaselineFile(path: folder["list.json"]).write(Baseline(of: SampleBaselines.constant))
    }
    #expect(error?.problem == "it can't be written, as it is write-protected; mend its rights.")
    #expect(try folder.contents(of: "list.json") == Data("old".utf8))
    #expect(try folder.names() == ["list.json"])
  }

  @Test("A path through a file can't be written, and the file stays")
  func throughFile() throws {
    let folder = try TestFolder()
    try folder.write("old", to: "all")
    let error = #expect(throws: BaselineError.self) {
      try BaselineFile(path: folder["all/list.json"]).write(Baseline(of: SampleBaselines.constant))
    }
    #expect(error?.problem.hasPrefix("it can't be written (Not a directory)") == true)
    #expect(try folder.contents(of: "all") == Data("old".utf8))
  }

  @Test("The umask decides who may read a new file, and a rewritten one keeps its rights")
  func rights() throws {
    let folder = try TestFolder()
    try folder.write(try SampleBaselines.large(1), to: "first")
    try folder.write(try SampleBaselines.large(2), to: "second")
    func write(_ umask: String, _ contents: String) throws -> Int? {
      let writer = try WriterProcess(
        after: "umask \(umask)", "write", folder["list.json"], folder[contents])
      #expect(writer.end().status == 0)
      let attributes = try FileManager.default.attributesOfItem(atPath: folder["list.json"])
      return (attributes[.posixPermissions] as? NSNumber)?.intValue
    }
    #expect(try write("027", "first") == 0o640)
    #expect(try write("077", "second") == 0o640)
    try FileManager.default.removeItem(atPath: folder["list.json"])
    #expect(try write("002", "first") == 0o664)
  }
}
