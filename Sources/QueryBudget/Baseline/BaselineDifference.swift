/// What changed between a baseline and a measurement.
public struct BaselineDifference: Sendable, Hashable {
  /// The lines that say it, in the order in which a reviewer wants to read them.
  public let lines: [String]

  /// Compares what was agreed with what was found; nil when nothing differs.
  ///
  /// Plans are compared only where the same version of SQLite made them.
  public init?(from old: Baseline, to new: Baseline) {
    var lines: [String] = []
    if old.name != new.name {
      lines.append("name      \(old.name) -> \(new.name)")
      lines.append("  Two measurements of one test need a `part` each.")
    }
    if old.scales != new.scales {
      lines.append("scales    \(Self.text(old.scales)) -> \(Self.text(new.scales))")
    }
    if old.queries != new.queries {
      lines.append("queries   \(old.queries) -> \(new.queries)")
    }
    let before = Dictionary(
      old.statements.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Dictionary(
      new.statements.map { ($0.identity, $0) }, uniquingKeysWith: { first, _ in first })
    let comparesPlans = old.sqlite == new.sqlite
    for statement in new.statements {
      if let agreed = before[statement.identity] {
        lines += Self.changes(from: agreed, to: statement, comparesPlans)
      } else {
        lines += ["new       \(statement.sql)", "  runs    \(statement.runs)"]
        if let rows = statement.rows { lines.append("  rows    \(rows)") }
      }
    }
    for statement in old.statements where after[statement.identity] == nil {
      lines += ["gone      \(statement.sql)", "  runs    \(statement.runs)"]
    }
    if lines.isEmpty { return nil }
    if !comparesPlans {
      let versions = "SQLite \(old.sqlite ?? "none") and \(new.sqlite ?? "none")"
      lines.append("Plans were not compared: they are of \(versions).")
    }
    self.lines = lines
  }

  private static func changes(
    from old: Baseline.Statement,
    to new: Baseline.Statement,
    _ comparesPlans: Bool
  ) -> [String] {
    var lines: [String] = []
    if old.runs != new.runs { lines.append("  runs    \(old.runs) -> \(new.runs)") }
    if old.rows != new.rows {
      lines.append("  rows    \(old.rows ?? "none") -> \(new.rows ?? "none")")
    }
    if old.kind != new.kind { lines.append("  kind    \(old.kind) -> \(new.kind)") }
    if comparesPlans, old.plan != new.plan {
      lines.append("  plan    \(text(old.plan)) -> \(text(new.plan))")
      lines += PlanRegression.list(from: accesses(old), to: accesses(new))
        .map { "  " + $0.differenceLine }
    }
    return lines.isEmpty ? [] : ["changed   \(new.sql)"] + lines
  }

  private static func accesses(_ statement: Baseline.Statement) -> [TableAccess] {
    TableAccess.list(plan: statement.plan ?? [], sql: statement.sql)
  }

  private static func text(_ plan: [String]?) -> String {
    plan?.joined(separator: "; ") ?? "none"
  }

  private static func text(_ scales: [String: [Int]]) -> String {
    scales.sorted { $0.key < $1.key }
      .map { "\($0.key) \(GrowthLaw.list($0.value))" }.joined(separator: "; ")
  }
}

extension Baseline.Statement {
  /// Statements are the same without regard to the case of their SQL.
  fileprivate var identity: Fingerprint { Fingerprint(of: sql) }
}
