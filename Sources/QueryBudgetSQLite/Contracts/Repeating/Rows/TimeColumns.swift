/// The columns that hold times, by their declared type or by their name.
struct TimeColumns {
  private struct Place: Hashable {
    let table: String
    let column: String
  }

  private var declared: Set<Place> = []

  /// By their names alone.
  init() {}

  /// Reads the declared types that the connections of a recorder see.
  init(of recorder: StatementRecorder) {
    for connection in recorder.openConnections {
      let places = connection.withHandle { try? Self.places(on: $0) }
      if let places = places.flatMap({ $0 }) { declared.formUnion(places) }
    }
  }

  /// Whether a column's numbers may be times.
  func contains(_ column: String, of table: String) -> Bool {
    declared.contains(Place(table: table.lowercased(), column: column.lowercased()))
      || Self.speaksOfTime(column)
  }

  /// `createdAt`, `due_on`, `timestamp`, `lockedUntil`.
  static func speaksOfTime(_ name: String) -> Bool {
    let words = words(of: name)
    guard let last = words.last else { return false }
    return !timeWords.isDisjoint(with: words) || (words.count > 1 && ["at", "on"].contains(last))
  }

  private static let timeWords: Set<String> = [
    "date", "datetime", "day", "deadline", "due", "epoch", "expires", "expiry", "now", "since",
    "time", "timestamp", "ts", "until", "when", "created", "updated", "modified",
  ]

  private static func words(of name: String) -> [String] {
    var words: [String] = []
    var isInside = false
    for character in name {
      if !character.isLetter {
        isInside = false
      } else if isInside && !(character.isUppercase && words.last?.last?.isLowercase == true) {
        words[words.count - 1].append(character)
      } else {
        words.append(String(character))
        isInside = true
      }
    }
    return words.map { $0.lowercased() }
  }

  private static func places(on handle: OpaquePointer) throws -> [Place] {
    try PreparedStatement.rows(
      of: """
        SELECT t.schema, t.name, c.name
        FROM pragma_table_list AS t CROSS JOIN pragma_table_xinfo(t.name, t.schema) AS c
        WHERE t.schema <> 'temp' AND t.type = 'table'
          AND (c.type LIKE '%DATE%' OR c.type LIKE '%TIME%')
        """, on: handle
    ).map { row in
      let prefix = row.text(0) == "main" ? "" : row.text(0) + "."
      return Place(table: (prefix + row.text(1)).lowercased(), column: row.text(2).lowercased())
    }
  }
}
