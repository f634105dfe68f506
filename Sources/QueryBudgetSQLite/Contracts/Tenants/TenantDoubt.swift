import QueryBudget

/// Why nothing could have gone wrong, or why it could not have been seen.
struct TenantDoubt {
  /// What it is, and what to change.
  let text: String

  private init(_ text: String) { self.text = text }

  /// Nil where the tenant has rows among those that the call reads or writes.
  init?(of run: TenantRun, _ scene: TenantScene) {
    let tables = scene.tables
    let shapes = run.queries.map { run.statements[$0].recorded.shape }
    let touched = Set(
      shapes.flatMap(tables.touched) + run.changes.map(\.change.table).filter(tables.owns))
    let column = tables.column
    if shapes.isEmpty {
      self.init(
        "No statement ran: have it read or write the tenant's rows. Where it answers from a cache, "
          + "empty that in preparing:.")
    } else if touched.isEmpty {
      let names = Set(shapes.flatMap(\.tables)).sorted().joined(separator: ", ")
      self.init(
        "It touches no table that belongs to a tenant by \(column), only \(names): call what reads or "
          + "writes \(tables.owned.joined(separator: ", ")).")
    } else if !touched.contains(where: scene.owned.has) {
      let names = touched.sorted().joined(separator: ", ")
      self.init(
        "The tenant with \(column) \(scene.owned.tenant.literal) has no row in \(names), so that there "
          + "is nothing to mistake: make some before.")
    } else {
      return nil
    }
  }

  static func changingAnswer(_ one: TenantAnswer, _ other: TenantAnswer) -> TenantDoubt {
    let (one, other) = ShownAnswers.cut(one.text, other.text)
    return TenantDoubt(
      "It answers something else each time, from the same rows: \(one), then \(other). Return what "
        + "follows from the rows alone, such as their titles.")
  }
}
