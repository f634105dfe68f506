import QueryBudget

/// What became of a measurement as a whole, beside what its headline says; what became of each
/// statement stands with it.
struct ChangeList {
  private let entry: ReportEntry

  init(_ entry: ReportEntry) {
    self.entry = entry
  }

  var markup: Markup {
    guard let change = entry.change else { return "" }
    let items = items(of: change).map { item -> Markup in "<li>\(item)</li>" }
    if items.isEmpty { return "" }
    return """
      <section class="change"><h3>What changed</h3>
      <ul>\(items)</ul></section>

      """
  }

  private func items(of change: BaselineChange) -> [Markup] {
    guard change.old != nil else { return [] }
    guard change.new != nil else { return ["It is gone; this is what it was."] }
    guard let difference = change.difference else {
      return ["Nothing that a test compares, such as the version of SQLite alone."]
    }
    var items: [Markup] = []
    if difference.old.name != difference.new.name {
      items.append(Self.change("name", difference.old.name, difference.new.name))
    }
    if difference.old.scales != difference.new.scales {
      items.append(Self.change("scales", Self.scales(difference.old), Self.scales(difference.new)))
    }
    if !difference.comparesPlans { items.append("\(difference.plansRemark)") }
    return items
  }

  /// `<b>name</b> GET /a → GET /b`.
  private static func change(_ what: String, _ old: String, _ new: String) -> Markup {
    """
    <b>\(what)</b> <code class="was">\(old)</code> \
    \(Markup.became) <code>\(new)</code>
    """
  }

  private static func scales(_ baseline: Baseline) -> String {
    baseline.axes.map { axis in
      "\(axis.name) \(axis.scales.map(String.init).joined(separator: ", "))"
    }.joined(separator: "; ")
  }
}
