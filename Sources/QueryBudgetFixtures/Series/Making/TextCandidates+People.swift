extension TextCandidates {
  /// Of people and organizations.
  func people(_ meaning: ColumnMeaning) -> [[Part]]? {
    switch meaning {
    case .email:
      [
        [word(WordLists.logins), .literal("."), number, .literal("@example.com")],
        [.literal("u"), number, .literal("@example.org")],
      ]
    case .login:
      [[word(WordLists.logins), number], [.literal("u"), number]]
    case .firstName: withNumber([given, .literal(" "), word(WordLists.secondNames, 1)]) + [[given]]
    case .lastName: withNumber(family) + [[word(WordLists.familyStarts)]]
    case .fullName: withNumber([given, .literal(" ")] + family)
    case .company:
      [
        [word(WordLists.things), .literal(" "), word(WordLists.trades, 1)]
          + [.literal(" "), number],
        [word(WordLists.things), .literal(" "), number],
      ]
    case .phone: phone
    default: nil
    }
  }

  private var given: Part { word(WordLists.givenNames) }

  private var family: [Part] { [word(WordLists.familyStarts, 2), word(WordLists.familyEnds, 3)] }

  /// By itself as long as it doesn't come again, and with the row's number where there is no end.
  func withNumber(_ parts: [Part]) -> [[Part]] {
    [parts, parts + [.literal(" "), number]]
  }
  /// Numbers that are kept for fiction: 555-0100 to 555-0199 of any area.
  private var phone: [[Part]] {
    let first = 201 + Int64(request.seed.number(below: 300))
    let area = Part.integer(Counter(first: first, count: 400, repeats: 100))
    let last = Part.code(alphabet: "0123456789", width: 2)
    return [
      [.literal("+1-"), area, .literal("-555-01"), last], [area, .literal("55501"), last],
      [.literal("+1-"), area, .literal("-555-01"), last, .literal(" x"), number],
    ]
  }
}
