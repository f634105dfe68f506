import Foundation
import Testing

@Suite struct ReportCommandTests {
  private let folder: ReportFolder

  init() throws { folder = try ReportFolder() }

  @Test("It says where the page is and what it shows")
  func says() throws {
    try folder.write(.growing)
    try folder.write(ReportedMeasurement("GET /b"), to: "A/S/b")
    let tool = try folder.report()
    #expect(tool.errors == "")
    #expect(tool.output == "\(folder.path("page.html")) shows 2 measurements: 1 growing.\n")
    #expect(tool.status == 0)
  }

  @Test("The same baselines make the same bytes, in a file and on standard output")
  func sameBytes() throws {
    for number in 1...20 { try folder.write(.growing, to: "A/S/\(number)") }
    try folder.report()
    let first = try folder.page.bytes
    try folder.report()
    #expect(try folder.page.bytes == first)
    let tool = try Tool("report", "--baselines", folder.path("Baselines"), "--output", "-")
    #expect(Data(tool.output.utf8) == first)
  }

  @Test("The title is the reader's own, whatever is in it")
  func title() throws {
    try folder.report("--title", "</title><b>Mine & \u{202E}")
    let root = try folder.page.root
    #expect(root.named("title").map(\.text) == ["</title><b>Mine & ⟨U+202E⟩"])
    #expect(root.named("h1").map(\.text) == ["</title><b>Mine & ⟨U+202E⟩"])
  }

  @Test("Without a baseline the page says what to do")
  func none() throws {
    #expect(try folder.report().status == 0)
    #expect(
      try folder.page.root.texts("empty").first?.hasPrefix("There is no baseline yet") == true)
  }

  @Test("A baseline that can't be read is named on the page, with all the others, and is trouble")
  func broken() throws {
    try folder.write(ReportedMeasurement())
    try folder.write(Data("{\n<<<<<<< HEAD\n".utf8), to: "Baselines/A/S/broken.json")
    let tool = try folder.report()
    #expect(tool.status == 2)
    #expect(tool.errors.contains("broken.json:2: a merge conflict is left"))
    let page = try folder.page
    #expect(page.names == ["GET /articles"])
    #expect(
      page.root.all.first { $0.attributes["id"] == "unreadable" }?.text.contains("broken.json:2:")
        == true)
  }

  @Test("One that can't be read is not gone, and what a run measured of it is shown")
  func brokenSide() throws {
    try folder.write(ReportedMeasurement())
    try folder.commit()
    try folder.write(Data("{".utf8), to: "Baselines/A/S/list.json")
    #expect(try folder.report("--base", "HEAD").status == 2)
    #expect(try folder.page.names == [])
    try folder.write(
      ReportedResult(.growing, baseline: "A/S/list.json", outcome: "differs", failure: "Broken"))
    #expect(
      try folder.report("--base", "HEAD", "--results", folder.path("results")).status == 2)
    #expect(
      try folder.page.measurement().marks == ["worse", "differs from its baseline", "growing"])
  }

  @Test("A result that can't be read is named as well")
  func brokenResult() throws {
    try folder.write(ReportedMeasurement())
    try folder.write(Data("{}".utf8), to: "results/A/S/list.json")
    let tool = try folder.report("--results", folder.path("results"))
    #expect(tool.status == 2)
    #expect(tool.errors.contains("results/A/S/list.json: this is no result of a run"))
    #expect(try folder.page.names == ["GET /articles"])
  }

  @Test("What isn't there is trouble, in one sentence, and no page is left")
  func trouble() throws {
    func errors(_ arguments: String...) throws -> String {
      let tool = try Tool(["report", "--output", folder.path("page.html")] + arguments)
      #expect(tool.status == 2)
      #expect(tool.output == "")
      #expect(tool.errors.count { $0 == "\n" } == 1)
      return tool.errors
    }
    let baselines = folder.path("Baselines")
    #expect(try errors("--baselines", folder.path("none")).contains("there is no folder"))
    #expect(
      try errors("--baselines", baselines, "--base", "none").contains("no git repository")
        || errors("--baselines", baselines, "--base", "none").contains("no repository"))
    #expect(
      try errors("--baselines", baselines, "--results", folder.path("Baselines"))
        .contains("no result of a run lies in"))
    #expect(try errors("--baselines", baselines, "--output", baselines).contains("is no file"))
    #expect(
      try errors("--baselines", baselines, "--output", folder.path("none/page.html"))
        .contains("there is no folder for"))
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.root.path)
    #expect(files == ["Baselines"])
  }

  @Test("A page that can't be made leaves the old one, and nothing beside it")
  func whole() throws {
    try folder.write(Data("old".utf8), to: "page.html")
    try folder.commit()
    #expect(try folder.report("--base", "none").status == 2)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("page.html"))) == Data("old".utf8))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.root.path).sorted()
        == [".git", "Baselines", "page.html"])
    #expect(try folder.report().status == 0)
    #expect(try folder.page.names == [])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.root.path).sorted()
        == [".git", "Baselines", "page.html"])
  }

  @Test("A disk that takes no more leaves the old page, and nothing beside it")
  func full() throws {
    try folder.write(Data("old".utf8), to: "page.html")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    // A file may have so many blocks; the signal that says so is not heard.
    process.arguments = [
      "-c", "trap '' XFSZ; ulimit -f 4; exec \"$@\"", "sh", try Tool.executable().path, "report",
      "--baselines", folder.path("Baselines"), "--output", folder.path("page.html"),
    ]
    let errors = Pipe()
    process.standardError = errors
    try process.run()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 2)
    #expect(said.contains("page.html took no more of the page"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.root.path).sorted()
        == ["Baselines", "page.html"])
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder.path("page.html"))) == Data("old".utf8))
  }

  @Test("A branch is compared with the commit where it left its base, unless told otherwise")
  func mergeBase() throws {
    try folder.write(ReportedMeasurement())
    try folder.commit()
    try folder.git("checkout", "--quiet", "-b", "branch")
    try folder.git("checkout", "--quiet", "main")
    try folder.write(ReportedMeasurement(queries: "9"))
    try folder.commit()
    try folder.git("checkout", "--quiet", "branch")
    try folder.report("--base", "main")
    #expect(try folder.page.measurement().marks == [])
    try folder.report("--base", "main", "--no-merge-base")
    #expect(try folder.page.measurement().marks == ["better"])
  }
}
