import QueryBudget

/// One statement of a measurement.
struct StatementSection {
  private let statement: Baseline.Statement
  private let grows: Bool
  private let difference: StatementDifference?

  /// A statement, and what became of it; nil where nothing did.
  init(_ statement: Baseline.Statement, grows: Bool, _ difference: StatementDifference?) {
    self.statement = statement
    self.grows = grows
    self.difference = difference
  }

  var markup: Markup {
    let open: Markup = grows || difference != nil ? " open=\"open\"" : ""
    return """
      <li class="s" data-tone="\(tone)"><details\(open)>
      <summary><span class="kind">\(statement.kind.rawValue)</span> \
      <span class="runs">\(runs)</span>\(badges)
      <code class="sql" dir="ltr">\(lines: statement.sql)</code></summary>
      <dl>\(facts)</dl></details></li>

      """
  }

  private var tone: String {
    switch difference?.judgement {
    case .worse: "bad"
    case .better: "good"
    case .changed: "warn"
    case nil: grows && statement.accepted == nil ? "warn" : "calm"
    }
  }

  private var runs: Markup {
    statement.runs == "1" ? "<b>1</b> run" : "<b>\(statement.runs)</b> runs"
  }

  private var badges: [Markup] {
    var badges: [Markup] = []
    if let difference {
      let mark: ReportMark =
        switch (difference.presence, difference.judgement) {
        case (.new, _): .new
        case (.gone, _): .gone
        case (_, .worse): .worse
        case (_, .better): .better
        default: .changed
        }
      badges.append(Self.badge(mark, tone: tone))
    }
    if grows {
      let mark: ReportMark = statement.accepted == nil ? .growing : .accepted
      badges.append(Self.badge(mark, tone: mark.tone))
    }
    return badges
  }

  private static func badge(_ mark: ReportMark, tone: String) -> Markup {
    """
     <span class="badge \(tone)"><span aria-hidden="true">\(mark.glyph)</span> \
    \(mark.title.lowercased())</span>
    """
  }

  private var facts: [Markup] {
    var facts: [Markup] = []
    func add(_ term: String, _ text: Markup) {
      facts.append("<div><dt>\(term)</dt><dd>\(text)</dd></div>")
    }
    if let runs = difference?.runs { add("Runs", Self.value(runs.new, runs)) }
    if let rows = statement.rows {
      add("Rows", Self.value(rows, difference?.rows))
    } else if let rows = difference?.rows {
      add("Rows", Self.value(rows.new, rows))
    }
    if let old = difference?.old, let new = difference?.new, old.kind != new.kind {
      add("Kind", Self.value(new.kind.rawValue, from: old.kind.rawValue))
    }
    if let accepted = statement.accepted { add("Growth accepted", "\(accepted)") }
    if let old = difference?.old?.accepted, statement.accepted != old {
      add("Was accepted", "\(old)")
    }
    if let plan = difference?.plan {
      for lost in plan.regressions { add("Lost", "<strong>\(lost.description)</strong>") }
      add("Plan before", Self.plan(plan.old, "was"))
    }
    if let plan = statement.plan { add("Plan", Self.plan(plan, "")) }
    return facts
  }

  private static func value(_ now: String, _ change: LawChange?) -> Markup {
    value(now, from: change?.old)
  }

  private static func value(_ now: String, from old: String?) -> Markup {
    guard let old else { return "<code>\(now)</code>" }
    return """
      <code class="was">\(old)</code> \(Markup.became) \
      <code>\(now)</code>
      """
  }

  private static func plan(_ lines: [String], _ tone: String) -> Markup {
    if lines.isEmpty { return "none" }
    let items = lines.map { line -> Markup in "<li><code>\(line)</code></li>" }
    return "<ul class=\"plan \(tone)\">\(items)</ul>"
  }
}
