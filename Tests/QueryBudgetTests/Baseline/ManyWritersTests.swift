import Foundation
import QueryBudget
import Testing

/// B11 and B12: many processes that write at once, in one folder.
@Suite(.serialized) struct ManyWritersTests {
  /// Starts writers that wait for each other, and answers what each of them said.
  private func writers(
    _ count: Int, _ start: (_ number: Int, _ moment: Date) throws -> WriterProcess
  ) throws -> [String] {
    let moment = Date(timeIntervalSinceNow: Double(count) * 0.02)
    let processes = try (0..<count).map { try start($0, moment) }
    return processes.map { process in
      let (status, output) = process.end()
      #expect(status == 0, "\(output)")
      return output
    }
  }

  @Test("B11: 50 processes write 50 baselines: 50 files with what each wrote, and nothing else")
  func manyFiles() throws {
    let folder = try TestFolder()
    for number in 0..<50 {
      try folder.write(try SampleBaselines.large(number, statements: 20), to: "source\(number)")
    }
    _ = try writers(50) { number, moment in
      try WriterProcess(
        "record", folder["all"], "test\(number)()", folder["source\(number)"], start: moment)
    }
    let suite = "all/AppTests/ArticleTests"
    #expect(try folder.names(in: suite) == (0..<50).map { "test\($0).json" }.sorted())
    for number in 0..<50 {
      let written = try folder.contents(of: "\(suite)/test\(number).json")
      #expect(try written == folder.contents(of: "source\(number)"))
    }
  }

  @Test("B11: 50 processes write one file: it is that of one of them, and nothing else is there")
  func oneFile() throws {
    let folder = try TestFolder()
    let texts = try (0..<50).map { try SampleBaselines.large($0, statements: 100 + $0) }
    for (number, text) in texts.enumerated() { try folder.write(text, to: "source\(number)") }
    _ = try writers(50) { number, moment in
      try WriterProcess("write", folder["all/list.json"], folder["source\(number)"], start: moment)
    }
    #expect(try folder.names(in: "all") == ["list.json"])
    #expect(try texts.contains(folder.contents(of: "all/list.json")))
  }

  @Test("B12: tests whose names differ only in case, recorded at once, get a file each")
  func caseOnly() throws {
    let names = ["list", "List", "LIST", "lisT", "lIst", "liSt"]
    let folder = try TestFolder()
    for name in names {
      try folder.write(
        Baseline(of: SampleBaselines.growth([("SELECT 1 FROM \(name)", [1, 1, 1])])).json(),
        to: "source-\(name)")
    }
    for round in 0..<8 {
      let paths = try writers(names.count) { number, moment in
        let name = names[number]
        return try WriterProcess(
          "record", folder["all\(round)"], name + "()", folder["source-" + name], start: moment)
      }
      let files = try folder.names(in: "all\(round)/AppTests/ArticleTests")
      #expect(Set(files.map { $0.lowercased() }).count == names.count)
      #expect(files.count == names.count)
      for (name, path) in zip(names, paths) {
        #expect(
          try folder.contents(of: "all\(round)/" + path) == folder.contents(of: "source-" + name))
        // Found again where it was written, whatever was written first.
        let location = try BaselineLocation(
          filePath: "/Tests/AppTests/ArticleTests.swift", fileID: "AppTests/ArticleTests.swift",
          function: name + "()", environment: ["QUERY_BUDGET_BASELINES": folder["all\(round)"]])
        #expect(location.relativePath == path)
      }
    }
  }

  @Test("A writer waits for whoever holds the folder, also when it was made anew meanwhile")
  func folderMadeAnew() throws {
    let folder = try TestFolder()
    try folder.write(try SampleBaselines.large(1), to: "source")
    try folder.write("", to: "all/note.txt")
    let first = lock(folder["all"])
    let writer = try WriterProcess("write", folder["all/list.json"], folder["source"])
    usleep(300_000)
    #expect(try folder.names(in: "all") == ["note.txt"])
    // Locked before it takes the place of the first, so that a late writer doesn't come between.
    try folder.write("", to: "next/other.txt")
    let second = lock(folder["next"])
    #expect(rename(folder["all"], folder["gone"]) == 0)
    #expect(rename(folder["next"], folder["all"]) == 0)
    close(first)
    usleep(300_000)
    #expect(try folder.names(in: "all") == ["other.txt"])
    try FileManager.default.removeItem(atPath: folder["all"])
    close(second)
    let (status, output) = writer.end()
    #expect(status == 0, "\(output)")
    #expect(try folder.contents(of: "all/list.json") == folder.contents(of: "source"))
  }

  private func lock(_ path: String) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    #expect(flock(descriptor, LOCK_EX) == 0)
    return descriptor
  }
}
