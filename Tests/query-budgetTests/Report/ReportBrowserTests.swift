import Foundation
import QueryBudget
import Testing

/// One browser at a time: each of them takes what cores there are.
@Suite(.serialized, .enabled(if: Browser.isThereOrRequired, Browser.reasonToSkip))
struct ReportBrowserTests {
  private let folder: ReportFolder

  init() throws { folder = try ReportFolder() }

  private func open(_ hash: String = "", width: Int = 1200) throws -> Browser {
    try Browser(folder.path("page.html"), hash: hash, width: width)
  }

  /// Every way to break out that the server would hear of, or the title tell.
  private static func hostile(_ server: SilentServer) -> String {
    let address = "http://127.0.0.1:\(server.port)/"
    return """
      '<script>document.title='owned'</script></script></style></title></pre></details></svg>]]>\
      --><!--"><img src="\(address)" onerror="document.title='owned'">\
      '><svg onload="document.title='owned'"><iframe src="javascript:parent.document.title='owned'">\
      </iframe><a href="javascript:document.title='owned'">x</a><base href="\(address)">\
      <meta http-equiv="refresh" content="0;url=\(address)"><link rel="stylesheet" href="\(address)">\
      <style>*{background:url(\(address))}</style> javascript:document.title='owned' \
      {{document.title}} ${document.title='owned'} \\u003cscript\\u003e &lt;script&gt; \
      \u{2028}\u{2029}\u{202E}שלום\u{0}\u{1B}[31m
      """
  }

  @Test("Hostile names, SQL, plans, reasons, failures and paths are shown, and do nothing")
  func hostile() throws {
    let server = try SilentServer()
    let text = Self.hostile(server)
    let statement = ReportedMeasurement.Statement(
      text, runs: text, rows: text, plan: [text], accepted: text)
    let measurement = ReportedMeasurement(
      text, queries: text, scales: [text: [1, 10]], [statement])
    try folder.write(measurement, to: "A/S/\(text.filter { $0 != "/" && $0 != "\0" }.prefix(60))")
    try folder.write(ReportedMeasurement(), to: "A/S/list")
    try folder.commit()
    var changed = measurement
    changed.statements[0].plan = ["SCAN " + text]
    changed.queries += "x"
    var result = ReportedResult(
      changed, agreed: measurement, baseline: "A/S/x.json", outcome: "exceeded", failure: text)
    result.test = .init(file: text, function: text, line: 1)
    try folder.write(result, to: "A/S/x")
    result.baseline = nil
    try folder.write(result, to: "A/<img src=x onerror=alert()>/y")
    try folder.report("--base", "HEAD", "--results", folder.path("results"), "--title", "Safe")
    let browser = try open()
    #expect(browser.title == "Safe")
    #expect(browser.shown == "4 measurements")
    #expect(browser.paths.count == 4)
    #expect(!browser.html.contains("<img") && !browser.html.contains("<iframe"))
    #expect(!server.wasCalled)
    let page = try folder.page
    let visible = text.replacingOccurrences(of: "\u{2028}", with: "⟨U+2028⟩")
      .replacingOccurrences(of: "\u{2029}", with: "⟨U+2029⟩")
      .replacingOccurrences(of: "\u{202E}", with: "⟨U+202E⟩")
      .replacingOccurrences(of: "\0", with: "⟨U+0000⟩")
      .replacingOccurrences(of: "\u{1B}", with: "⟨U+001B⟩")
    #expect(page.names.count { $0 == visible } == 3)
    #expect(page.root.texts("sql").count { $0 == visible } >= 3)
    #expect(page.root.named("pre").map(\.text) == [visible, visible])
  }

  @Test("Even a script or a picture that got into the page would not run, or be asked for")
  func policy() throws {
    let server = try SilentServer()
    try folder.write(ReportedMeasurement())
    try folder.report("--title", "Safe")
    let intruder = """
      <script>document.title='owned'</script><img src="http://127.0.0.1:\(server.port)/" \
      onerror="document.title='owned'"/>
      """
    let page = String(decoding: try folder.page.bytes, as: UTF8.self)
    let broken = page.replacingOccurrences(of: "<main>", with: "<main>" + intruder)
    try folder.write(Data(broken.utf8), to: "page.html")
    let browser = try open()
    #expect(browser.html.contains("<img src="))
    #expect(browser.title == "Safe")
    #expect(browser.shown == "1 measurement")
    #expect(!server.wasCalled)
    // Without the policy both would have happened.
    let naked = broken.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
    try folder.write(Data(naked.utf8), to: "page.html")
    #expect(try open().title == "owned")
    #expect(server.wasCalled)
  }

  /// Three measurements: one that grows, with an author; one with many queries; a calm one.
  private func writeThree() throws {
    try folder.write(ReportedMeasurement.growing, to: "A/S/b")
    try folder.write(ReportedMeasurement("Many", queries: "500"), to: "A/S/a")
    try folder.write(ReportedMeasurement("Calm", queries: "2"), to: "A/S/c")
    for number in 1...4 {
      try folder.write(ReportedMeasurement("Item \(number * 5)", queries: "1"), to: "A/T/\(number)")
    }
    try folder.report()
  }

  private static let all = [
    "A/S/b", "A/S/a", "A/S/c", "A/T/1", "A/T/2", "A/T/3", "A/T/4",
  ].map { $0 + ".json" }

  @Test("The controls appear, and everything is shown, worst first")
  func everything() throws {
    try writeThree()
    let browser = try open()
    #expect(browser.paths == Self.all)
    #expect(browser.shown == "7 measurements")
    #expect(browser.html.contains(#"<form id="controls" aria-label"#))
    #expect(browser.open == ["A/S/b.json"])
  }

  @Test(
    "A link filters by words and by kind, and sorts",
    arguments: [
      ("#q=author", ["A/S/b"], "1 of 7 measurements"),
      ("#q=ITEM+15", ["A/T/3"], "1 of 7 measurements"),
      ("#q=A/S", ["A/S/b", "A/S/a", "A/S/c"], "3 of 7 measurements"),
      ("#q=nothing+of+it", [], "0 of 7 measurements"),
      ("#only=growing", ["A/S/b"], "1 of 7 measurements"),
      ("#only=growing&q=many", [], "0 of 7 measurements"),
      ("#q=A/S&sort=name", ["A/S/c", "A/S/b", "A/S/a"], "3 of 7 measurements"),
      ("#q=A/S&sort=queries", ["A/S/a", "A/S/b", "A/S/c"], "3 of 7 measurements"),
      ("#q=A/S&sort=growth", ["A/S/b", "A/S/a", "A/S/c"], "3 of 7 measurements"),
      ("#sort=name&q=item", ["A/T/1", "A/T/2", "A/T/3", "A/T/4"], "4 of 7 measurements"),
      ("#only=unheard&sort=toString&q=%3Cb%3E", [], "0 of 7 measurements"),
    ])
  func links(hash: String, paths: [String], shown: String) throws {
    try writeThree()
    let browser = try open(hash)
    #expect(browser.paths == paths.map { $0 + ".json" })
    #expect(browser.shown == shown)
    #expect(browser.html.contains(#"<p id="nothing" class="empty">"#) == paths.isEmpty)
  }

  @Test("A link to a measurement opens it")
  func linkToOne() throws {
    try writeThree()
    #expect(try open("#A/T/2.json").open == ["A/S/b.json", "A/T/2.json"])
  }

  @Test("On the narrowest phone nothing is wider than the screen", arguments: [320, 700, 1400])
  func narrow(width: Int) throws {
    let long = String(repeating: "x", count: 200)
    try folder.write(
      ReportedMeasurement(
        long, queries: "articles*tags*\(long)",
        scales: [long: [1, 10_000], "articles": [1, 1000]],
        [.init("SELECT \(long) FROM t", runs: long, plan: [long])]))
    try folder.report("--title", long)
    // A page can't say how wide it is: a script that its policy would forbid tells the frame.
    let page = String(decoding: try folder.page.bytes, as: UTF8.self)
    let script = """
      <script>
      const root = document.documentElement
      parent.postMessage([innerWidth, root.scrollWidth - root.clientWidth].join(' '), '*')
      </script>
      """
    let measuring = page.replacing(/<meta http-equiv="Content-Security-Policy"[^>]*>/, with: "")
      .replacingOccurrences(of: "</body>", with: script + "</body>")
    try folder.write(Data(measuring.utf8), to: "measuring.html")
    // A window of its own is never so narrow.
    let frame = """
      <title></title><script>onmessage = event => document.title = event.data</script>
      <iframe width="\(width)" height="900" frameborder="0" src="measuring.html"></iframe>
      """
    try folder.write(Data(frame.utf8), to: "page.html")
    #expect(try open(width: 1600).title == "\(width) 0")
  }
}
