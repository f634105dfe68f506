import QueryBudget

/// One measurement of the page: a line that says how it stands, and everything about it below.
struct MeasurementSection {
  private let entry: ReportEntry
  private let marks: [ReportMark]

  init(_ entry: ReportEntry, marks: [ReportMark]) {
    self.entry = entry
    self.marks = marks
  }

  /// What stands before the markup: whether it is open is known when all are there.
  static func opening(isOpen: Bool) -> Markup {
    isOpen ? "<details class=\"m\" open=\"open\"" : "<details class=\"m\""
  }

  /// The rest.
  var markup: Markup {
    let counts = entry.counts
    return """
       id="\(entry.anchor)" data-tone="\(marks.first?.tone ?? "calm")" \
      data-flags="\(marks.map(\.rawValue).joined(separator: " "))" \
      data-queries="\(Figure.text(counts.largest ?? -1))" \
      data-growth="\(Figure.text(counts.increase))">
      <summary>\(headline)</summary>
      <div class="body">
      \(place)\(failure)\(ChangeList(entry).markup)<div class="grid">
      \(figure(counts))\(StatementList(entry).markup)</div>
      </div>
      </details>

      """
  }

  private var headline: Markup {
    let badges = marks.map { mark -> Markup in
      let words = mark == .failed ? entry.result?.outcome.phrase : nil
      return """
        <span class="badge \(mark.tone)"><span aria-hidden="true">\(mark.glyph)</span> \
        \(words ?? mark.title.lowercased())</span>
        """
    }
    return """
      <span class="row"><h2 class="name">\(entry.baseline.name)</h2>\
      <span class="badges">\(badges)</span></span>\
      <span class="row"><span class="path">\(path)</span>\
      <span class="law">\(law)</span></span>
      """
  }

  /// A line may end behind each slash.
  private var path: Markup {
    let parts = entry.path.split(separator: "/", omittingEmptySubsequences: false)
    let folders = parts.dropLast().map { part -> Markup in "\(String(part))/<wbr/>" }
    return "\(folders)\(String(parts.last ?? ""))"
  }

  private var law: Markup {
    let now: Markup =
      "<span class=\"unit\">queries</span> <strong>\(entry.baseline.queries)</strong>"
    guard let old = entry.change?.difference?.queries?.old else { return now }
    return """
      <span class="unit">queries</span> <span class="was">\(old)</span> \
      \(Markup.became) <strong>\(entry.baseline.queries)</strong>
      """
  }

  /// Where its test is, and what else is known of the measurement.
  private var place: Markup {
    var facts: [Markup] = []
    if let test = entry.result?.test {
      facts.append("<span><code>\(test.file):\(test.line)</code></span>")
      facts.append("<span>in <code>\(test.function)</code></span>")
    }
    if let sqlite = entry.baseline.sqlite { facts.append("<span>SQLite \(sqlite)</span>") }
    if entry.result?.baseline == nil, entry.result != nil {
      facts.append("<span>keeps no baseline</span>")
    }
    facts.append("<span><a href=\"#\(entry.anchor)\">Link</a></span>")
    return "<p class=\"place\">\(facts)</p>\n"
  }

  private var failure: Markup {
    guard let text = entry.result?.failure else { return "" }
    return """
      <section class="failure"><h3>What the test says</h3>
      <pre>\(lines: text)</pre></section>

      """
  }

  private func figure(_ counts: QueryCounts) -> Markup {
    let before = entry.countsBefore
    return """
      <figure class="numbers">\(Plot(counts, before: before).markup)
      \(NumbersTable(counts, before: before).markup)</figure>

      """
  }
}
