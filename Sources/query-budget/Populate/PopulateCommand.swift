import ArgumentParser
import QueryBudgetFixtures
import QueryBudgetSQLite

/// `query-budget populate`
struct PopulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "populate",
    abstract: "Make a database full of valid rows, from its schema alone.",
    discussion: """
      The schema is a script of SQL statements, which is run on a fresh database that --output \
      names, or an SQLite database. A database is filled where it is, in one transaction, or, with \
      --output, copied first.

      Every row gets parents of its own, unless --sharing says otherwise; tables that are named \
      together refer to one another. Foreign keys and integrity are checked before and after: when \
      anything goes wrong, the status is 2 and no file is other than it was.

        query-budget populate schema.sql --rows article=100 --output test.sqlite
        query-budget populate schema.sql --rows 10 --seed 7 --output test.sqlite
        query-budget populate test.sqlite --rows article=10 --sharing tenant
        query-budget populate test.sqlite --rows article=10 \\
          --children comment=5 --children comment/reaction=2
      """
  )

  @Argument(help: "A file of SQL statements, or an SQLite database.")
  var schema: String

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Rows of a table, or, with a count alone, of every table that is not named.",
      valueName: "table=count"))
  var rows: [String] = []

  @Option(
    parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Rows of another table for each row; parent/table=count for children of children.",
      valueName: "table=count"))
  var children: [String] = []

  @Option(
    help: ArgumentHelp(
      "A table, or a column with a foreign key, of which all rows have the same parent.",
      valueName: "table[.column]"))
  var sharing: [String] = []

  @Option(
    parsing: .unconditional, help: "The same number makes the same rows.",
    transform: { try Self.number($0) })
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("The database file to write.", valueName: "file"))
  var output: String?

  @Flag(help: "Replace the output file if there is one.")
  var force = false

  @Option(help: "How the tables that got rows are printed.")
  var format = OutputFormat.text

  private static func number(_ text: String) throws -> UInt64 {
    if let seed = UInt64(text) { return seed }
    throw ValidationError("write a whole number from 0 on.")
  }

  func run() throws {
    try Trouble.reporting {
      let bar = ProgressBar()
      let listing = try populate(bar)
      print(try listing.text(format, elapsed: bar.elapsed))
    }
  }

  private func populate(_ bar: ProgressBar) throws -> PopulateListing {
    let counts = try RowCounts(rows)
    let children = try ChildCounts(children, largest: counts.largest).children
    let source = try SchemaSource(path: schema)
    let interruption = Interruption()
    defer { bar.wipe() }
    let populator = Populator(
      counts: counts, children: children, sharing: sharing.map { .table($0) }, seed: seed,
      interruption: interruption, bar: bar)
    do {
      return try fill(source, populator)
    } catch  where interruption.isAskedFor {
      throw Trouble("stopped before the rows were there: no file is other than it was.")
    } catch let error as SQLiteError {
      throw Trouble(error, file: output ?? schema, schema: schema)
    }
  }

  private func fill(_ source: SchemaSource, _ populator: Populator) throws -> PopulateListing {
    if let output {
      let file = try OutputFile(output, replaces: force, source: schema)
      return try populator.make(file, from: source)
    }
    switch source {
    case .database(let path): return try populator.fill(databaseAt: path)
    case .script:
      throw Trouble(
        "\(schema) is a script: name the database file to make from it with --output FILE.")
    }
  }
}
