import QueryBudget

/// What a statement had to do with the rows of another tenant.
struct TenantMisstep {
  enum Kind {
    /// It wrote to them.
    case changed([RowDifference])
    /// It had a row refer to one of them.
    case referred(RowDifference, ForeignKey)
    /// It returned other rows than without them.
    case read([[SQLiteValue]], [[SQLiteValue]])
    /// It wrote other values than without them.
    case wrote(RowDifference)
    /// It did not write what it writes without them.
    case left(RowDifference)
    /// The database refused it because of them.
    case refused
    /// The database took it because of them.
    case accepted
    /// The answer was another one, though no statement was.
    case answered
  }

  let kind: Kind

  /// Which statement of the run, where that is known.
  let place: Int?

  init(_ kind: Kind, at place: Int?) {
    self.kind = kind
    self.place = place
  }
}

extension TenantFinding {
  /// The misstep in words.
  func violation(_ misstep: TenantMisstep, answers: Bool) -> ContractViolation {
    let statement = misstep.place.map { run.statements[$0] }
    return ContractViolation(
      "\(scenario.phrase), \(summary(of: misstep.kind))",
      at: statement.map { bench.shown($0.recorded) }, rows: rows(of: misstep.kind),
      advice: advice(misstep.kind, statement?.sql) + (answers ? answerLines : []))
  }

  private func summary(of kind: TenantMisstep.Kind) -> String {
    switch kind {
    case .changed: return "it wrote to rows of that tenant"
    case .referred(let row, let key):
      return "it had a row of \(row.table) refer to \(key.parentTable) of that tenant"
    case .read(let old, let new):
      let rows = ReadRows(old, new, sameness)
      return "it read \(rows.new), and \(rows.old) \(scenario.reference)"
    case .wrote: return "it wrote what it does not write \(scenario.reference)"
    case .left: return "it did not write what it writes \(scenario.reference)"
    case .refused: return "the database refused a write, which it takes \(scenario.reference)"
    case .accepted: return "the database took a write, which it refuses \(scenario.reference)"
    case .answered:
      return "it gave another answer, though its statements read and wrote the same as "
        + scenario.reference
    }
  }

  private func rows(of kind: TenantMisstep.Kind) -> [RowDifference] {
    switch kind {
    case .changed(let rows): rows
    case .referred(let row, _), .wrote(let row), .left(let row): [row]
    default: []
    }
  }

  private func advice(_ kind: TenantMisstep.Kind, _ sql: String?) -> [String] {
    switch kind {
    case .referred(let row, let key): return advice(on: key, of: row)
    case .refused: return uniqueAdvice(sql)
    case .answered:
      return [
        "What it keeps outside of the database, such as a cache, may be the tenant's or another's: "
          + "keep it by the tenant."
      ]
    default: break
    }
    let gaps = sql.map { self.gaps(of: $0) } ?? []
    guard !gaps.isEmpty else {
      return [
        "Which of its conditions is missing can't be told from its SQL: see that every table that it "
          + "reads, in a view or trigger too, is held to \(tables.column) = ?."
      ]
    }
    let isGRDB = bench.recorder.openConnections.contains { $0.library == .grdb }
    return gaps.flatMap { [$0.text] + (isGRDB ? $0.grdbText.map { [$0] } ?? [] : []) }
  }

  private func advice(on key: ForeignKey, of row: RowDifference) -> [String] {
    let parentColumn = tables.columns[key.parentTable]
    let look =
      "Look the \(key.parentTable) up before, held to the tenant"
      + (parentColumn.map { ": AND \(key.parentTable).\($0) = ?." } ?? ".")
    guard let column = tables.columns[row.table], let parentColumn else { return [look] }
    let columns = ([column] + key.columns).joined(separator: ", ")
    let parents = ([parentColumn] + key.parentColumns).joined(separator: ", ")
    return [
      look,
      "Or let the database refuse it: FOREIGN KEY (\(columns)) REFERENCES \(key.parentTable) "
        + "(\(parents)).",
    ]
  }

  /// A key that spans all tenants tells one what another has.
  private func uniqueAdvice(_ sql: String?) -> [String] {
    let block = sql.map { StatementShape(of: $0).tables } ?? []
    guard let table = block.first.flatMap({ tables.schema.table($0) }),
      let column = tables.columns[table.name],
      let key = table.uniqueKeys.last(where: { key in
        key != table.primaryKey && !key.contains { CaseFolding.areEqual($0, column) }
      })
    else { return ["See which constraint spans all tenants, and add \(tables.column) to it."] }
    let names = key.joined(separator: ", ")
    return [
      "UNIQUE (\(names)) of \(table.name) spans all tenants, and so tells one what another has: make "
        + "it UNIQUE (\(([column] + key).joined(separator: ", "))).",
      "Where all tenants share those rows by design, say so: sharing: [\"\(table.name)\"].",
    ]
  }

  private var answerLines: [String] {
    let (mine, expected) = ShownAnswers.cut(run.answer.text, reference.answer.text)
    let (verb, otherVerb) = (verb(of: run.answer), verb(of: reference.answer))
    let other = verb == otherVerb ? expected : "\(otherVerb) \(expected)"
    return ["It \(verb) \(mine), and \(other) \(scenario.reference)."]
  }

  private func verb(of answer: TenantAnswer) -> String { answer.isError ? "threw" : "returned" }
}
