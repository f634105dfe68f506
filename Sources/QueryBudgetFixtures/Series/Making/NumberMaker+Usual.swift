extension NumberMaker {
  /// Counts on without an end, each column from a number of its own, so that two columns that are
  /// mixed up show it.
  var countingIntegers: NumberRange {
    NumberRange(lower: 1 + Int64(request.seed.number(below: 89)))
  }

  /// The whole numbers that a column of this meaning has.
  func usualIntegers(_ meaning: ColumnMeaning) -> NumberRange? {
    switch meaning {
    case .identifier, .number, .version: NumberRange(lower: 1)
    case .money: NumberRange(lower: 990, upper: 99_990, step: 25)
    case .quantity, .percentage, .score, .ratio: NumberRange(lower: 1, upper: 100)
    case .age: NumberRange(lower: 18, upper: 80)
    case .year: NumberRange(lower: 1990, upper: 2025)
    case .month: NumberRange(lower: 1, upper: 12)
    case .day: NumberRange(lower: 1, upper: 7)
    case .hour: NumberRange(lower: 0, upper: 23)
    case .minute: NumberRange(lower: 0, upper: 59)
    case .rating, .priority: NumberRange(lower: 1, upper: 5)
    case .kind, .role: NumberRange(lower: 1, upper: 3)
    case .status: NumberRange(lower: 0, upper: 2)
    case .measure: NumberRange(lower: 10, upper: 1000)
    case .latitude: NumberRange(lower: -60, upper: 60)
    case .longitude: NumberRange(lower: -170, upper: 170)
    case .phone: NumberRange(lower: 5_550_100)
    case .postalCode: NumberRange(lower: 10_001, upper: 99_999)
    default: nil
    }
  }

  /// The same for reals, in units of which so many make one.
  var usualReals: (range: NumberRange, unit: Int64) {
    let (range, unit) = typicalReals
    guard request.keepsType, let scale = request.type.scale,
      let finest = ValueSeries.power(10, scale)
    else { return (range, unit) }
    guard finest < unit else { return (range, unit) }
    let coarser = unit / finest
    return (
      NumberRange(
        lower: range.lower.map { $0 / coarser }, upper: range.upper.map { max(1, $0 / coarser) },
        step: max(1, range.step / coarser)), finest
    )
  }

  private var typicalReals: (NumberRange, Int64) {
    switch request.meaning {
    case .money: return (NumberRange(lower: 999, upper: 99_999, step: 25), 100)
    case .percentage, .quantity, .score:
      return (NumberRange(lower: 100, upper: 10_000, step: 25), 100)
    case .ratio: return (NumberRange(lower: 1, upper: 100), 100)
    case .rating: return (NumberRange(lower: 10, upper: 50), 10)
    case .measure: return (NumberRange(lower: 15, upper: 9999, step: 7), 10)
    case .latitude: return (NumberRange(lower: -600_000, upper: 700_000, step: 1373), 10_000)
    case .longitude: return (NumberRange(lower: -1_700_000, upper: 1_700_000, step: 2719), 10_000)
    case .identifier, .number, .age, .year, .month, .day, .hour, .minute:
      return (request.meaning.flatMap { usualIntegers($0) } ?? countingIntegers, 1)
    default:
      let first = 150 + Int64(request.seed.number(below: 89)) * 100
      return (NumberRange(lower: first, step: 137), 100)
    }
  }
}
