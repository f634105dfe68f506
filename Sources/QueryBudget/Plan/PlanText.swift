/// The grammar of a plan's lines, as far as they have one.
enum PlanText {
  /// The line without what some versions add at its end: the sort of join, and a guess at the rows.
  static func withoutSuffixes(_ line: Substring) -> Substring {
    var line = line
    if line.hasSuffix(" rows)"), let guess = line.firstRange(of: " (~") {
      line = line[..<guess.lowerBound]
    }
    while let suffix = [" LEFT-JOIN", " RIGHT-JOIN", " EXISTS"].first(where: line.hasSuffix) {
      line = line.dropLast(suffix.count)
    }
    return line
  }

  /// What stands before and behind the first separator.
  static func parted(_ text: Substring, at separator: Character) -> (Substring, Substring)? {
    text.firstIndex(of: separator).map { (text[..<$0], text[text.index(after: $0)...]) }
  }

  /// The columns that the search is by, and what stands before them: `INDEX i (a=? AND b>?)`.
  static func terms(_ text: Substring) -> (before: Substring, columns: [String]) {
    guard text.hasSuffix(")"), let open = lastGroup(text) else { return (text, []) }
    let before = text[..<open]
    guard before.last == " " else { return (text, []) }
    let inside = text[text.index(after: open)...].dropLast()
    var columns: [String] = []
    for term in inside.split(separator: " AND ") {
      for column in names(in: term) where !columns.contains(column) { columns.append(column) }
    }
    return (before.dropLast(), columns)
  }

  /// Where the parenthesis opens that the text ends with.
  private static func lastGroup(_ text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices.reversed() {
      if text[index] == ")" { depth += 1 }
      if text[index] == "(" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// `a=?`, `a>?`, `ANY(a)`, `(a,b)>(?,?)`.
  private static func names(in term: Substring) -> [String] {
    if term.hasPrefix("ANY("), term.hasSuffix(")") { return [String(term.dropFirst(4).dropLast())] }
    if term.hasPrefix("("), let close = term.firstIndex(of: ")") {
      return term[..<close].dropFirst().split(separator: ",").map(String.init)
    }
    return [String(term.hasSuffix("?") ? term.dropLast(2) : term)]
  }
}
