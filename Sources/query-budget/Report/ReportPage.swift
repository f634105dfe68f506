/// The page around the measurements.
struct ReportPage {
  let title: String
  let totals: ReportTotals

  /// The revision that is compared with.
  let base: String?

  /// Whether a run's results are shown.
  let hasResults: Bool

  /// Everything before the measurements.
  var head: Markup {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="\(ContentPolicy.text)"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta name="referrer" content="no-referrer"/>
    <title>\(title)</title>
    <style>\(Markup(trusted: ReportStyle.text))</style>
    </head>
    <body>
    <a class="skip" href="#measurements">Skip to the measurements</a>
    <header>
    <h1>\(title)</h1>
    <p class="subject">\(subject)</p>
    \(tiles)</header>
    <main>
    \(problems)\(ReportControls(totals: totals).markup)
    <div id="measurements" tabindex="-1">
    \(totals.measurements == 0 ? Self.empty : "")
    """
  }

  /// Everything after them.
  var foot: Markup {
    """
    </div>
    <p id="nothing" class="empty" hidden="hidden">No measurement matches.</p>
    </main>
    <footer><p>Made by <code>query-budget report</code>. A law says how the number of queries \
    depends on the rows: <code>3</code> whatever there is, <code>1 + 2*articles</code> two more for \
    each article.</p></footer>
    <script>\(Markup(trusted: ReportScript.text))</script>
    </body>
    </html>

    """
  }

  private static let empty: Markup = """
    <p class="empty">There is no baseline yet: run a test with <code>assertQueryBaseline</code>, \
    and commit what it records.</p>

    """

  private var subject: Markup {
    switch (base, hasResults) {
    case (nil, false): "What was agreed: the baselines of the working tree."
    case (nil, true): "What a run measured, beside what was agreed."
    case (let base?, false): "The baselines of the working tree, since <code>\(base)</code>."
    case (let base?, true): "What a run measured, since <code>\(base)</code>."
    }
  }

  private var tiles: Markup {
    var marks: [ReportMark] = base != nil || hasResults ? [.worse] : []
    if hasResults { marks.append(.failed) }
    marks.append(.growing)
    if base != nil || hasResults { marks.append(.better) }
    marks += [.accepted, .changed, .new, .gone].filter { totals.count(of: $0) > 0 }
    let tiles = marks.map { mark -> Markup in
      let count = totals.count(of: mark)
      return """
        <div class="tile" data-tone="\(count == 0 ? "none" : mark.tone)"><dt>\
        <span aria-hidden="true">\(mark.glyph)</span> \(mark.title)</dt><dd>\(count)</dd></div>
        """
    }
    return """
      <dl class="tiles"><div class="tile" data-tone="none"><dt>Measurements</dt>\
      <dd>\(totals.measurements)</dd></div>\(tiles)</dl>

      """
  }

  private var problems: Markup {
    guard !totals.problems.isEmpty else { return "" }
    let items = totals.problems.map { problem -> Markup in "<li>\(problem)</li>" }
    return """
      <section class="failure" id="unreadable"><h2>Files that can't be read</h2>
      <ul>\(items)</ul></section>

      """
  }
}
