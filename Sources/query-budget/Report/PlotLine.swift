import QueryBudget

/// One line of a plot, or the one point of all axes together.
struct PlotLine {
  private let points: [(rows: Int, queries: Double, title: String)]
  private let axis: Int
  private let name: String?
  private let isBefore: Bool

  /// A line for each axis, and the point of all together where there are several axes.
  static func list(_ counts: QueryCounts?, isBefore: Bool) -> [PlotLine] {
    guard let counts else { return [] }
    let several = counts.axes.count > 1
    var lines = counts.axes.indices.map { axis in
      PlotLine(
        points: counts.along(axis).map { point in
          let rows = QueryCounts.phrase([point.rows], of: [counts.axes[axis]])
          return (point.rows, point.queries, "\(Figure.text(point.queries)) queries at \(rows)")
        }, axis: axis, name: several ? counts.axes[axis] : nil, isBefore: isBefore)
    }
    if let together = counts.together {
      let rows = QueryCounts.phrase(together.scale, of: counts.axes)
      let title = "\(Figure.text(together.queries)) queries at \(rows)"
      lines.append(
        PlotLine(
          points: [(together.scale.max() ?? 0, together.queries, title)],
          axis: counts.axes.count, name: "all", isBefore: isBefore))
    }
    return lines
  }

  /// How it looks; the shape of its points tells the axis without colour.
  var css: String { isBefore ? "before" : "a\(axis % 4)" }

  /// What stands at its end: of what was before, only that of an only axis.
  var label: (text: String, queries: Double)? {
    guard let last = points.last else { return nil }
    let number = Figure.short(last.queries)
    if isBefore { return name == nil ? ("was \(number)", last.queries) : nil }
    return ([number, name].compactMap { $0 }.joined(separator: " "), last.queries)
  }

  func markup(_ x: PlotScale, _ y: PlotScale) -> Markup {
    let places = points.map { point in
      (x: x.position(Double(point.rows)), y: y.position(point.queries))
    }
    let path = places.map { "\(Self.place($0.x)) \(Self.place($0.y))" }.joined(separator: "L")
    let line: Markup = places.count > 1 ? "<path class=\"line\" d=\"M\(path)\"/>" : ""
    let marks = zip(points, places).map { point, place -> Markup in
      let title = isBefore ? "before: \(point.title)" : point.title
      return "<path d=\"\(shape(place.x, place.y))\"><title>\(title)</title></path>"
    }
    return "<g class=\"\(css)\">\(line)\(marks)</g>"
  }

  /// A circle, a square, a diamond or a triangle around a point.
  private func shape(_ x: Double, _ y: Double) -> String {
    let start = { (dx: Double, dy: Double) in "M\(Self.place(x + dx)) \(Self.place(y + dy))" }
    switch axis % 4 {
    case 0: return start(-3.5, 0) + "a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0z"
    case 1: return start(-3.2, -3.2) + "h6.4v6.4h-6.4z"
    case 2: return start(0, -4.6) + "l4.6 4.6l-4.6 4.6l-4.6-4.6z"
    default: return start(0, -4.4) + "l4.4 7.6h-8.8z"
    }
  }

  /// A number of the picture, with one digit behind the point.
  static func place(_ number: Double) -> String { Figure.text((number * 10).rounded() / 10) }
}

extension QueryCounts {
  /// `10 articles and 5 tags`.
  static func phrase(_ scale: [Int], of axes: [String]) -> String {
    zip(scale, axes).map { "\($0) \($0 == 1 ? Axis.singular(of: $1) : $1)" }
      .joined(separator: " and ")
  }
}
