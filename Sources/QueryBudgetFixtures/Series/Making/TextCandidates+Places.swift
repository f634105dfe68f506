extension TextCandidates {
  /// Of places.
  func places(_ meaning: ColumnMeaning, _ length: Int) -> [[Part]]? {
    switch meaning {
    case .street:
      [
        [number, .literal(" "), word(WordLists.things), .literal(" ")]
          + [word(WordLists.streets, 1)]
      ]
    case .city:
      withNumber([word(WordLists.placeStarts), word(WordLists.placeEnds, 1)])
        + [[word(WordLists.placeStarts), .literal(" "), number]]
    case .region: [[word(WordLists.regions)], [word(WordLists.regions), .literal(" "), number]]
    case .country where length < 10: codes(length)
    case .country:
      [[word(WordLists.countries)], [word(WordLists.countries), .literal(" "), number]]
    case .countryCode: codes(length)
    case .postalCode: [[postalCode], [number.padded(to: 5)]]
    default: nil
    }
  }

  /// By the length of the column.
  private func codes(_ length: Int) -> [[Part]] {
    [[word(length == 3 ? WordLists.longCountryCodes : WordLists.countryCodes)]]
  }

  private var postalCode: Part {
    let first = 10_001 + Int64(request.seed.number(below: 5000))
    return .integer(Counter(first: first, step: 7, count: 12_000))
  }
}
