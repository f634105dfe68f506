/// The numbers that the plot shows, for those who would rather read them.
struct NumbersTable {
  private let counts: QueryCounts
  private let before: QueryCounts?

  init(_ counts: QueryCounts, before: QueryCounts?) {
    self.counts = counts
    self.before = before
  }

  var markup: Markup {
    guard !counts.points.isEmpty else {
      return "<p class=\"note\">Its law has no numbers that can be shown.</p>"
    }
    let axes = counts.axes.map { axis -> Markup in "<th class=\"axis\" scope=\"col\">\(axis)</th>" }
    let was: Markup = before == nil ? "" : "<th scope=\"col\">before</th>"
    let rows = counts.points.map(row) + left.map(row)
    return """
      <table><caption>Queries by rows</caption>
      <thead><tr>\(axes)<th scope="col">queries</th>\(was)</tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private func row(_ point: QueryCounts.Point) -> Markup {
    let scale = point.scale.map { rows -> Markup in "<td>\(rows)</td>" }
    let was = before.map { _ -> Markup in
      "<td class=\"was\">\(self.was(at: point.scale).map(Figure.text) ?? "–")</td>"
    }
    return "<tr>\(scale)<td><b>\(Figure.text(point.queries))</b></td>\(was ?? "")</tr>"
  }

  /// What was measured before and is no more.
  private func row(_ scale: [Int], was: Double) -> Markup {
    let scale = scale.map { rows -> Markup in "<td>\(rows)</td>" }
    return "<tr>\(scale)<td>–</td><td class=\"was\">\(Figure.text(was))</td></tr>"
  }

  private var left: [(scale: [Int], was: Double)] {
    guard let before, isComparable else { return [] }
    let known = Set(counts.points.map(\.scale))
    return before.points.filter { !known.contains($0.scale) }.map { ($0.scale, $0.queries) }
  }

  private func was(at scale: [Int]) -> Double? {
    isComparable ? before?.points.first { $0.scale == scale }?.queries : nil
  }

  /// An only axis is the same one whatever its name is.
  private var isComparable: Bool {
    guard let before else { return false }
    return before.axes == counts.axes || (before.axes.count == 1 && counts.axes.count == 1)
  }
}
