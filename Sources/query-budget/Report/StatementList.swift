import QueryBudget

/// The statements of a measurement, in the order in which they ran.
struct StatementList {
  private let entry: ReportEntry

  init(_ entry: ReportEntry) {
    self.entry = entry
  }

  var markup: Markup {
    let sections = statements.map(\.markup)
    let list: Markup =
      sections.isEmpty ? "<p class=\"note\">None ran.</p>" : "<ol>\(sections)</ol>"
    let notes = [changes, sections.count > 1 ? order : nil].compactMap { $0 }
    return """
      <section class="statements"><h3>Statements</h3>\
      \(notes.isEmpty ? "" : "<p class=\"note\">\(notes.joined(separator: " "))</p>" as Markup)
      \(list)</section>

      """
  }

  private var order: String {
    entry.result == nil
      ? "By their SQL: a baseline doesn't keep the order in which they ran, a result does."
      : "In the order in which they ran."
  }

  /// `1 changed, 2 new.`
  private var changes: String? {
    let statements = entry.change?.difference?.statements ?? []
    let presences: [StatementDifference.Presence] = [.changed, .new, .gone]
    let parts = presences.compactMap { presence -> String? in
      let count = statements.count { $0.presence == presence }
      return count == 0 ? nil : "\(count) \(presence.rawValue)"
    }
    return parts.isEmpty ? nil : parts.joined(separator: ", ") + "."
  }

  private var statements: [StatementSection] {
    let differences = entry.change?.difference?.statements ?? []
    let changed = Dictionary(
      differences.compactMap { difference in difference.new.map { ($0.sql, difference) } },
      uniquingKeysWith: { first, _ in first })
    let growing = Set(entry.baseline.growing)
    let present = inOrder.map { statement in
      StatementSection(statement, grows: growing.contains(statement), changed[statement.sql])
    }
    let gone = differences.compactMap { difference in
      difference.presence == .gone
        ? difference.old.map { StatementSection($0, grows: false, difference) } : nil
    }
    return present + gone
  }

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
