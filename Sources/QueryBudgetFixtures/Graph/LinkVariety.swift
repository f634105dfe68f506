import QueryBudget

/// How often the values of a link are the same, for who has to tell rows apart.
enum LinkVariety {
  /// What is known of a column's source, for rows of this number.
  static func kind(of source: ColumnSource, count: Int) -> ColumnLink {
    switch source {
    case .given(let values): .given(values)
    case .link(let link): kind(of: link, count: count)
    }
  }

  private static func kind(of link: RowLink, count: Int) -> ColumnLink {
    let map = link.map
    if map.modulus == 1 { return .same }
    // Where rows come round again nothing can be said of neighbours.
    if map.modulus > 0, map.modulus < count { return .same }
    return switch targetKind(of: link) {
    case .distinct: map.divisor > 1 ? .repeating(map.divisor) : .distinct
    case .repeating(let size): .repeating(size * map.divisor)
    case .same, .given: .same
    }
  }

  private static func targetKind(of link: RowLink) -> ColumnLink {
    switch link.target {
    case .link(let further): return kind(of: further, count: link.rows.count)
    case .column(let column):
      let name = link.rows.spelled(column)
      if let source = link.rows.sources[name], map(of: source)?.offset != -1 {
        if case .given = source { return .same }
        return kind(of: source, count: link.rows.count)
      }
      return .distinct
    }
  }

  private static func map(of source: ColumnSource) -> RowMap? {
    if case .link(let link) = source { link.map } else { nil }
  }
}
