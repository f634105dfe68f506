import QueryBudget

/// The rows that a statement returned in two runs, as a failure shows them.
struct ReadRows {
  /// `2 rows, such as (2, 'Hello')`
  let new: String
  /// `1`
  let old: String

  init(_ old: [[SQLiteValue]], _ new: [[SQLiteValue]], _ sameness: RunSameness) {
    var left = old
    let strange = new.first { row in
      guard let place = left.firstIndex(where: { sameness.isSame($0, row) }) else { return true }
      left.remove(at: place)
      return false
    }
    if new.count == 1, old.count == 1, new[0].count == 1 {
      self.new = Self.text(new[0])
      self.old = Self.text(old[0])
    } else if new.count == old.count, let strange,
      let place = new.firstIndex(of: strange), old.indices.contains(place)
    {
      self.new = Self.text(strange)
      self.old = Self.text(old[place])
    } else {
      let such = strange.map { new.count > old.count ? ", such as \(Self.text($0))" : "" } ?? ""
      self.new = "\(new.count) row\(new.count == 1 ? "" : "s")" + such
      self.old = old.isEmpty ? "none" : "\(old.count)"
    }
  }

  private static func text(_ row: [SQLiteValue]) -> String {
    let values = row.prefix(8).map { value in
      let literal = value.literal
      return literal.count > 40 ? literal.prefix(37) + "…'" : literal
    }
    return "(" + values.joined(separator: ", ") + (row.count > 8 ? ", …" : "") + ")"
  }
}

/// Two answers, cut to what differs.
enum ShownAnswers {
  private static let longest = 200

  static func cut(_ one: String, _ other: String) -> (String, String) {
    let common = zip(one, other).prefix { $0 == $1 }.count
    let start = max(0, common - longest / 4)
    return (cut(one, from: start), cut(other, from: start))
  }

  private static func cut(_ text: String, from start: Int) -> String {
    guard text.count > longest else { return text.isEmpty ? "nothing" : text }
    let part = text.dropFirst(start).prefix(longest)
    let isWhole = start + longest >= text.count
    return (start > 0 ? "…" : "") + part + (isWhole ? "" : "…")
  }
}
