import QueryBudget

/// The statements of a measurement, in the order in which they ran.
struct StatementList {
  private let entry: ReportEntry

  init(_ entry: ReportEntry) {
    self.entry = entry
  }

  var markup: Markup {
    let sections = statements.map(\.markup)
    let order =
      entry.result == nil
      ? "By their SQL: a baseline doesn't keep the order in which they ran, a result does."
      : "In the order in which they ran."
    let list: Markup =
      sections.isEmpty ? "<p class=\"note\">None ran.</p>" : "<ol>\(sections)</ol>"
    return """
      <section class="statements"><h3>Statements</h3>\
      \(sections.count > 1 ? "<p class=\"note\">\(order)</p>" as Markup : "")
      \(list)</section>

      """
  }

  private var statements: [StatementSection] {
    let differences = entry.change?.difference?.statements ?? []
    let changed = Dictionary(
      differences.compactMap { difference in difference.new.map { ($0.sql, difference) } },
      uniquingKeysWith: { first, _ in first })
    let present = inOrder.map { statement in
      StatementSection(statement, grows: growing.contains(statement), changed[statement.sql])
    }
    let gone = differences.compactMap { difference in
      difference.presence == .gone
        ? difference.old.map { StatementSection($0, grows: false, difference) } : nil
    }
    return present + gone
  }

  private var growing: Set<Baseline.Statement> { Set(entry.baseline.growing) }

  private var inOrder: [Baseline.Statement] {
    guard let order = entry.result?.order else { return entry.baseline.statements }
    let places = Dictionary(
      order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return entry.baseline.statements.enumerated().sorted { left, right in
      let (a, b) = (places[left.element.sql] ?? .max, places[right.element.sql] ?? .max)
      return a == b ? left.offset < right.offset : a < b
    }.map(\.element)
  }
}
