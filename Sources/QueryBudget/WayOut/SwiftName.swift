/// Names in Swift for what a schema names.
enum SwiftName {
  /// The type of a table's rows: `ArticleTag` for `article_tag`, `Article` for `articles`.
  static func type(of table: String) -> String {
    let words = words(of: table)
    guard let last = words.last else { return "Row" }
    return (words.dropLast() + [Axis.singular(of: last)]).map(capitalized).joined()
  }

  /// One row of a table: `articleTag`.
  static func one(of table: String) -> String { uncapitalized(type(of: table)) }

  /// Many rows of a table: `articleTags`.
  static func many(of table: String) -> String { Axis.plural(of: one(of: table)) }

  /// What a foreign key leads to: `author` for `authorId`, `author_id` and `author`; the parent
  /// table's name where its columns don't tell.
  static func association(of key: ForeignKey) -> String {
    guard key.columns.count == 1 else { return one(of: key.parentTable) }
    var words = words(of: key.columns[0])
    let keyWords = Set(
      key.parentColumns.flatMap { Self.words(of: $0) }.map { $0.lowercased() } + ["id"])
    while let last = words.last, keyWords.contains(last.lowercased()) { words.removeLast() }
    guard !words.isEmpty else { return one(of: key.parentTable) }
    return uncapitalized(words.map(capitalized).joined())
  }

  /// `["article", "Tag", "ID"]` for `articleTagID`, without the database that is attached.
  private static func words(of name: String) -> [String] {
    let own = name.split(separator: ".").last.map(String.init) ?? name
    var words: [String] = []
    var previous: Character = "_"
    for character in own {
      guard character.isLetter || character.isNumber else {
        previous = "_"
        continue
      }
      let begins = previous == "_" || (character.isUppercase && !previous.isUppercase)
      if begins { words.append("") }
      words[words.count - 1].append(character)
      previous = character
    }
    return words
  }

  private static func capitalized(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst()
  }

  private static func uncapitalized(_ word: String) -> String {
    word.prefix(1).lowercased() + word.dropFirst()
  }
}
