/// What a column is for, as far as its name and its type tell.
enum ColumnMeaning: Sendable, Hashable {
  // Of people and organizations.
  case email, login, firstName, lastName, fullName, company, phone, gender

  // Of places.
  case street, city, region, country, countryCode, postalCode, timeZone, latitude, longitude

  // On the web.
  case url, imageURL, hostName, ipAddress, macAddress, userAgent, mimeType, slug

  // Texts.
  case name, title, body, sentence, code, isbn, version, fileName, filePath, color, json
  case language, locale, currency

  // Secrets.
  case uuid, token, digest

  // Few values.
  case boolean, status, kind, priority, role

  // Numbers.
  case identifier, money, quantity, number, age, year, month, day, hour, minute
  case percentage, ratio, score, rating, measure

  case time
  case bytes
}

extension ColumnMeaning {
  /// Whether people write it in numbers where the type leaves it open.
  var isNumber: Bool {
    switch self {
    case .identifier, .money, .quantity, .number, .age, .year, .month, .day, .hour, .minute,
      .percentage, .ratio, .score, .rating, .measure, .latitude, .longitude, .boolean:
      true
    default: false
    }
  }

  /// What a column of this name and type is for; nil where it could be anything.
  static func find(
    _ words: ColumnWords, of column: FixtureColumn, in table: ColumnWords, type: DeclaredType
  ) -> ColumnMeaning? {
    if type.isBoolean { return .boolean }
    if let meaning = type.meaning { return meaning }
    if let words = words.withoutUnit, find(words, of: column, in: table, type: type) == .time {
      return .time
    }
    for count in [3, 2] {
      if let key = words.ending(count), let meaning = endings[key] { return meaning }
    }
    if words.words.count > 1, let first = words.words.first {
      if flagPrefixes.contains(first) { return .boolean }
      if let meaning = prefixes[first] { return meaning }
    }
    if let meaning = byTable(words, table) ?? endings[words.last] { return meaning }
    let isNumber = [.integer, .real].contains(column.affinity) || type.isDecimal
    if isNumber, negativeFlags.contains(words.last) || isParticiple(words.last) {
      return .boolean
    }
    return words.words.reversed().lazy.compactMap { strongWords[$0] }.first
  }

  /// A name or a code is that of what the words before it say, or else the table.
  private static func byTable(_ words: ColumnWords, _ table: ColumnWords) -> ColumnMeaning? {
    guard words.last == "name" || words.last == "code" else { return nil }
    let owner = words.words.count > 1 ? words.words[words.words.count - 2] : table.singular.last
    guard let owner else { return nil }
    if words.last == "name", people.contains(owner) { return .fullName }
    if words.last == "name", companies.contains(owner) { return .company }
    return endings[owner + words.last]
  }

  /// Whether a flag of this name is one that is set seldom: what is hidden or deleted is shown nowhere.
  static func isNegativeFlag(_ words: ColumnWords) -> Bool {
    words.words.contains { negativeFlags.contains($0) }
  }

  private static func isParticiple(_ word: String) -> Bool {
    word.utf8.count > 4 && word.hasSuffix("ed") && !noParticiples.contains(word)
  }
}
