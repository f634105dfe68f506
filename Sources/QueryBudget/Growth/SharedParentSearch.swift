/// Finds the foreign keys along which a query for each parent would run once, and look constant, if
/// all rows had one parent: those whose parents and children two statements load apart.
package struct SharedParentSearch {
  private struct Reading {
    let tally: StatementTally
    let tables: Set<String>
    let lookups: Set<TableColumn>

    func looksUp(_ columns: [String], of table: String) -> Bool {
      columns.allSatisfy { lookups.contains(TableColumn(table: table, column: $0)) }
    }
  }

  private let schema: DatabaseSchema
  private let readings: [Reading]

  /// Whether a recording may hold such statements: one that returned a row at most, and one that
  /// returned several. Without reading the schema, so that others don't pay for it.
  package static func isWorthwhile(_ recording: Recording) -> Bool {
    let reads = recording.tallies.filter { $0.shape.kind == .read }
    return reads.contains { $0.rows <= 1 } && reads.contains { $0.rows > 1 }
  }

  /// A search in the recording of the largest scale.
  package init(_ recording: Recording, schema: DatabaseSchema) {
    self.schema = schema
    readings = recording.tallies.filter { $0.shape.kind == .read }.map { tally in
      Reading(
        tally: tally,
        tables: Set(tally.shape.tables.map { schema.table($0)?.name ?? $0 }),
        lookups: Set(
          LookupCondition.list(in: tally.sql, schema: schema).map(\.column)))
    }
  }

  /// The foreign keys whose rows have to have parents of their own.
  package func foreignKeys() -> [ForeignKey] {
    schema.foreignKeys.filter { key in
      !key.isRecursive && (loadsOneParent(key) || loadsChildrenOfOne(key))
    }
  }

  /// A list of children, and one parent that is looked up by its key.
  private func loadsOneParent(_ key: ForeignKey) -> Bool {
    let lookups = readings.filter { reading in
      reading.tally.runs == 1 && reading.tally.rows <= 1 && !reading.tables.contains(key.table)
        && reading.looksUp(key.parentColumns, of: key.parentTable)
    }
    let lists = readings.filter { reading in
      reading.tables.contains(key.table) && !reading.tables.contains(key.parentTable)
        && reading.tally.rows > 1 && !reading.looksUp(key.columns, of: key.table)
    }
    return !lookups.isEmpty && !lists.isEmpty
  }

  /// A list of parents that holds one, and its children, which are looked up by the foreign key.
  private func loadsChildrenOfOne(_ key: ForeignKey) -> Bool {
    let lookups = readings.filter { reading in
      reading.tally.runs == 1 && reading.tally.rows > 1
        && !reading.tables.contains(key.parentTable)
        && reading.looksUp(key.columns, of: key.table)
    }
    let lists = readings.filter { reading in
      reading.tables.contains(key.parentTable) && !reading.tables.contains(key.table)
        && reading.tally.runs == 1 && reading.tally.rows == 1
        && !isOneByDesign(reading, of: key.parentTable)
    }
    return !lookups.isEmpty && !lists.isEmpty
  }

  /// Whether a statement can't return two rows: it looks a unique key up, or says LIMIT 1.
  private func isOneByDesign(_ reading: Reading, of table: String) -> Bool {
    let columns = reading.lookups.filter { $0.table == table }.map(\.column)
    return schema.isUnique(columns, in: table) || reading.tally.sql.hasSuffix("LIMIT 1")
  }
}
