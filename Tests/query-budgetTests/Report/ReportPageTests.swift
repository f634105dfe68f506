import Foundation
import Testing

@Suite struct ReportPageTests {
  private let folder: ReportFolder

  init() throws { folder = try ReportFolder() }

  @Test("A measurement shows its name, law, path, numbers, statements and plans")
  func measurement() throws {
    try folder.write(
      ReportedMeasurement(
        "GET /books", queries: "1 + books", scales: ["books": [1, 10]],
        [
          .init("SELECT * FROM book", rows: "books", plan: ["SCAN book"]),
          .init(
            "SELECT * FROM author WHERE id = ?", runs: "books", rows: "books",
            plan: ["SEARCH author"], accepted: "A cache"),
        ]))
    #expect(try folder.report().status == 0)
    let book = try folder.page.measurement("GET /books")
    #expect(book.attributes["id"] == "A/S/list.json")
    #expect(book.texts("path") == ["A/S/list.json"])
    #expect(book.texts("law") == ["queries 1 + books"])
    #expect(book.marks == ["accepted"])
    #expect(book.named("td").map(\.text) == ["1", "2", "10", "11"])
    #expect(book.texts("sql") == ["SELECT * FROM book", "SELECT * FROM author WHERE id = ?"])
    #expect(book.texts("runs") == ["1 run", "books runs"])
    #expect(book.texts("plan") == ["SCAN book", "SEARCH author"])
    #expect(
      book.named("dd").map(\.text) == ["books", "SCAN book", "books", "A cache", "SEARCH author"])
    #expect(
      book.texts("note") == [
        "By their SQL: a baseline doesn't keep the order in which they ran, a result does."
      ])
  }

  @Test("Since a revision it shows what was and what is, of the queries and of each statement")
  func change() throws {
    try folder.write(
      ReportedMeasurement(
        "GET /articles",
        [
          .init(
            "SELECT * FROM article", rows: "articles", plan: ["SEARCH article USING INDEX i (a=?)"]),
          .init("SELECT * FROM tag"),
        ]))
    try folder.commit()
    try folder.write(
      ReportedMeasurement(
        queries: "3 + articles",
        [
          .init("SELECT * FROM article", rows: "2*articles", plan: ["SCAN article"]),
          .init("SELECT * FROM author", runs: "articles"),
        ]))
    #expect(try folder.report("--base", "HEAD").status == 1)
    let list = try folder.page.measurement()
    #expect(list.marks == ["worse", "growing"])
    #expect(list.texts("law") == ["queries 3 → 3 + articles"])
    #expect(list.elements("change").isEmpty)
    #expect(list.texts("note").first?.hasPrefix("1 changed, 1 new, 1 gone. By their SQL:") == true)
    #expect(list.named("td").map(\.text) == ["1", "4", "3", "10", "13", "3", "100", "103", "3"])
    let statements = list.elements("s").map(\.text)
    try #require(statements.count == 3)
    #expect(statements[0].contains("articles → 2*articles"))
    #expect(
      statements[0].contains("article is scanned, and was searched by index i: the index is lost"))
    #expect(statements[0].contains("Plan beforeSEARCH article USING INDEX i (a=?)"))
    #expect(statements[1].contains("+ new"))
    #expect(statements[2].contains("− gone"))
    #expect(list.attributes["open"] == "open")
  }

  @Test("A run shows what the test says, its line, and the statements in the order they ran")
  func run() throws {
    try folder.write(ReportedMeasurement())
    var result = ReportedResult(
      .growing, agreed: ReportedMeasurement(), baseline: "A/S/list.json", outcome: "exceeded",
      failure: "GET /articles exceeds its budget:\n\n  articles  1  10 <100>")
    result.order = ["SELECT * FROM author WHERE id = ?", "SELECT * FROM article"]
    try folder.write(result, to: "shard 1/A/S/list")
    #expect(try folder.report("--results", folder.path("results")).status == 1)
    let list = try folder.page.measurement()
    #expect(list.marks == ["worse", "exceeds its budget", "growing"])
    #expect(list.named("pre").map(\.text) == [result.failure])
    #expect(
      list.texts("place").first?.contains("Tests/AppTests/ArticleTests.swift:48in list()") == true)
    #expect(list.texts("sql") == result.order)
    #expect(list.texts("note") == ["1 new. In the order in which they ran."])
  }

  @Test("A run without a baseline is shown as well, and of two runs the failed one")
  func unkept() throws {
    try folder.write(ReportedMeasurement())
    try folder.write(ReportedResult(ReportedMeasurement("GET /unkept")), to: "1/A/other")
    let passed = ReportedResult(
      ReportedMeasurement(), agreed: ReportedMeasurement(), baseline: "A/S/list.json")
    var failed = passed
    (failed.outcome, failed.failure) = ("inconclusive", "No table grew")
    for (number, result) in [passed, failed, passed].enumerated() {
      try folder.write(result, to: "\(number)/A/S/list")
    }
    #expect(try folder.report("--results", folder.path("results")).status == 1)
    let page = try folder.page
    #expect(page.names == ["GET /articles", "GET /unkept"])
    #expect(try page.measurement().named("pre").map(\.text) == ["No table grew"])
    #expect(try page.measurement("GET /unkept").texts("path") == ["results:1/A/other.json"])
  }

  @Test("The totals count each kind, and the filter offers what there is")
  func totals() throws {
    try folder.write(ReportedMeasurement("GET /old"), to: "A/S/old")
    try folder.write(ReportedMeasurement())
    try folder.commit()
    try folder.remove("Baselines/A/S/old.json")
    try folder.write(.growing)
    try folder.write(ReportedMeasurement("GET /new"), to: "A/S/new")
    try folder.report("--base", "HEAD")
    let page = try folder.page
    #expect(
      page.root.texts("tile") == [
        "Measurements3", "▲ Worse1", "↑ Growing1", "▼ Better0", "+ New1", "− Gone1",
      ])
    #expect(
      page.root.named("option").map(\.text) == [
        "All (3)", "Worse (1)", "Growing (1)", "New (1)", "Gone (1)", "Worst first", "Name",
        "Most queries", "Fastest growth",
      ])
    #expect(page.names == ["GET /articles", "GET /new", "GET /old"])
    #expect(page.measurements.map { $0.flags } == [["worse", "growing"], ["new"], ["gone"]])
  }

  @Test("Headings are in order, controls have labels, and links lead somewhere")
  func access() throws {
    try folder.write(.growing)
    try folder.report()
    let root = try folder.page.root
    #expect(root.attributes["lang"] == "en")
    let levels = root.all.compactMap { $0.name.wholeMatch(of: /h([1-6])/).flatMap { Int($0.1) } }
    #expect(levels.first == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    let labelled = root.named("label").flatMap(\.all).compactMap { $0.attributes["id"] }
    #expect(labelled == ["find", "only", "sort"])
    let ids = root.all.compactMap { $0.attributes["id"] }
    #expect(Set(ids).count == ids.count)
    for link in root.named("a") {
      let target = try #require(link.attributes["href"])
      #expect(target.hasPrefix("#") && ids.contains(String(target.dropFirst())))
    }
    #expect(root.named("form").first?.attributes["hidden"] != nil)
    #expect(root.all.first { $0.attributes["aria-live"] == "polite" }?.text == "1 measurement")
    #expect(root.named("svg").allSatisfy { $0.attributes["role"] == "img" })
    #expect(root.named("table").allSatisfy { $0.named("caption").count == 1 })
  }

  @Test("Calm ones are closed where there are many, and open where there are few")
  func closed() throws {
    for number in 1...5 { try folder.write(ReportedMeasurement(), to: "A/S/\(number)") }
    try folder.report()
    #expect(try folder.page.measurements.allSatisfy { $0.attributes["open"] == "open" })
    try folder.write(.growing, to: "A/S/growing")
    try folder.report()
    #expect(
      try folder.page.measurements.map { $0.attributes["open"] == "open" }
        == [true, false, false, false, false, false])
  }
}
