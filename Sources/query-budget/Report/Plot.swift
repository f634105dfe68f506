/// A picture of the queries against the rows: a line for each axis, dashed where it was before.
///
/// <https://www.w3.org/TR/SVG2/>
struct Plot {
  private let counts: QueryCounts
  private let before: QueryCounts?
  private let x: PlotScale
  private let y: PlotScale

  private let area: (left: Double, right: Double, top: Double, bottom: Double)

  init(_ counts: QueryCounts, before: QueryCounts?) {
    self.counts = counts
    self.before = before
    // Of several axes each line's end is labelled with a name, which needs room.
    area = (38, counts.axes.count > 1 ? 240 : 266, 22, 142)
    let points = counts.points + (before?.points ?? [])
    x = PlotScale(rows: points.flatMap(\.scale), from: area.left + 6, to: area.right)
    y = PlotScale(queries: points.map(\.queries), from: area.bottom, to: area.top)
  }

  var markup: Markup {
    guard !counts.points.isEmpty else { return "" }
    let lines = PlotLine.list(before, isBefore: true) + PlotLine.list(counts, isBefore: false)
    let drawn = lines.map { $0.markup(x, y) }
    return """
      <svg class="plot" viewBox="0 0 340 180" role="img" aria-label="\(description)">\
      \(grid)\(drawn)\(labels(of: lines))</svg>

      """
  }

  private var grid: Markup {
    let (left, right, bottom) = (area.left, area.right, area.bottom)
    let rows = x.ticks(apart: 30).map { tick -> Markup in
      """
      <text class="tick mid" x="\(place(x.position(tick)))" y="\(place(bottom + 15))">\
      \(Figure.short(tick))</text>
      """
    }
    let queries = y.ticks.map { tick -> Markup in
      let height = y.position(tick)
      return """
        <line class="\(tick == 0 ? "zero" : "rule")" x1="\(place(left))" x2="\(place(right + 6))" \
        y1="\(place(height))" y2="\(place(height))"/>\
        <text class="tick end" x="\(place(left - 6))" y="\(place(height + 4))">\
        \(Figure.short(tick))</text>
        """
    }
    let axis = counts.axes.count == 1 ? counts.axes[0] : "rows of each"
    return """
      \(queries)\(rows)<text class="title" x="4" y="9">queries</text>\
      <text class="title mid" x="\(place((left + right) / 2))" y="\(place(bottom + 33))">\
      \(Self.cut(axis, to: 30))</text>
      """
  }

  /// What each line comes to at its end, moved apart where two would stand on each other.
  private func labels(of lines: [PlotLine]) -> [Markup] {
    var labels = lines.compactMap { line in
      line.label.map { (text: $0.text, css: line.css, y: y.position($0.queries) + 4) }
    }.sorted { $0.y < $1.y }
    for index in labels.indices.dropFirst() {
      labels[index].y = max(labels[index].y, labels[index - 1].y + 13)
    }
    let overhang = max(0, (labels.last?.y ?? 0) - area.bottom - 6)
    return labels.map { label in
      """
      <text class="label \(label.css)" x="\(place(area.right + 12))" \
      y="\(place(label.y - overhang))">\(Self.cut(label.text, to: 12))</text>
      """
    }
  }

  /// The numbers in words.
  private var description: String {
    "Queries: " + Self.phrase(counts) + (before.map { "; before: " + Self.phrase($0) } ?? "") + "."
  }

  private static func phrase(_ counts: QueryCounts) -> String {
    counts.points.prefix(20).map { point in
      "\(Figure.text(point.queries)) at \(QueryCounts.phrase(point.scale, of: counts.axes))"
    }.joined(separator: ", ")
  }

  private static func cut(_ text: String, to length: Int) -> String {
    text.count > length ? text.prefix(length - 1) + "…" : text
  }

  private func place(_ number: Double) -> String { PlotLine.place(number) }
}
