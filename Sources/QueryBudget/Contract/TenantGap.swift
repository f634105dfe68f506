/// Why a statement meets the rows of more than one tenant.
package struct TenantGap: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// Nothing compares the column.
    case noCondition
    /// It is compared beside an OR.
    case besideOr
    /// It is compared in the ON of an outer join, which keeps the rows of the other side.
    case inOuterJoin
    /// The table has no such column, and nothing ties it to one that has.
    case hangsOn(parents: [String], column: String)
    /// ON CONFLICT names a key that spans all tenants.
    case conflict([String])
  }

  package let kind: Kind

  /// The table, by its name in the schema.
  package let table: String

  /// Its column that tells the tenant; empty where it has none.
  package let column: String

  /// The name by which the statement goes to it.
  package let name: String

  /// Whether the statement has a WHERE to add to.
  package let hasWhere: Bool

  /// The tables that are compared with the tenant.
  package let scoped: [String]
}

extension TenantGap {
  /// What is wrong and what to do, in one sentence.
  package var text: String {
    let comparison = "\(SQLText.name(name)).\(SQLText.name(column)) = ?"
    switch kind {
    case .noCondition:
      let others =
        scoped.isEmpty
        ? "\(table) has \(column), but the statement's WHERE does not compare it"
        : "The statement compares the tenant of \(scoped.joined(separator: " and ")), but not that "
          + "of \(table)"
      return "\(others): add \(hasWhere ? "AND" : "WHERE") \(comparison)."
    case .besideOr:
      return "\(name).\(column) is compared beside an OR, and AND binds tighter than OR: put "
        + "parentheses around the OR, as in \(comparison) AND (… OR …)."
    case .inOuterJoin:
      return "\(name).\(column) is compared in the ON of a LEFT JOIN, which keeps the rows that "
        + "don't meet it: put \(comparison) into WHERE."
    case .hangsOn(let parents, let column):
      return "\(table) has no column of the tenant: join \(parents.joined(separator: " and ")) and "
        + "compare \(SQLText.columns([column], of: parents.last ?? table)) = ?."
    case .conflict(let columns):
      return "ON CONFLICT (\(columns.joined(separator: ", "))) meets the row of any tenant: make "
        + "the key UNIQUE (\(([column] + columns).joined(separator: ", "))), and name all of it."
    }
  }

  /// The same in GRDB's words.
  package var grdbText: String? {
    switch kind {
    case .noCondition, .besideOr:
      "In GRDB: \(SwiftName.type(of: table)).filter(Column(\"\(column)\") == tenant)."
    default: nil
    }
  }
}
