/// What filters and sorts the measurements; hidden until the script runs.
struct ReportControls {
  let totals: ReportTotals

  var markup: Markup {
    """
    <form id="controls" hidden="hidden" aria-label="Filter and sort">
    <label class="find"><span>Find</span><input id="find" type="search" autocomplete="off" \
    spellcheck="false" placeholder="name, path or SQL"/></label>
    <label><span>Show</span><select id="only">\(filters)</select></label>
    <label><span>Sort by</span><select id="sort">\(orders)</select></label>
    <span class="buttons"><button type="button" id="open">Open all</button>\
    <button type="button" id="close">Close all</button></span>
    <output id="shown" aria-live="polite">\(totals.all)</output>
    </form>
    """
  }

  private var filters: [Markup] {
    let marks = ReportMark.allCases.filter { totals.count(of: $0) > 0 }
    return [Self.option("", "All (\(totals.measurements))")]
      + marks.map { Self.option($0.rawValue, "\($0.title) (\(totals.count(of: $0)))") }
  }

  private var orders: [Markup] {
    [
      Self.option("", "Worst first"), Self.option("name", "Name"),
      Self.option("queries", "Most queries"), Self.option("growth", "Fastest growth"),
    ]
  }

  private static func option(_ value: String, _ text: String) -> Markup {
    "<option value=\"\(value)\">\(text)</option>"
  }
}
