import QueryBudgetSQLite

/// What conditions say of one column.
struct ColumnFacts: Sendable, Hashable {
  var domain = ValueDomain()

  /// Values that it must not have.
  var excluded: [SQLiteValue] = []

  /// Where the values lie that the caller gives the rows, each another one.
  var given: ClosedRange<Double>?
  var isNull = false
  var isFilled = false

  /// Whether nothing can meet all of it.
  var isImpossible: Bool {
    if isNull { return isFilled }
    if domain.choices?.isEmpty == true { return true }
    if let lower = domain.lower, let upper = domain.upper, lower > upper { return true }
    return false
  }

  /// Leaves only these values.
  mutating func allow(_ values: [SQLiteValue]) {
    let values = values.filter { $0 != .null }
    domain.choices =
      domain.choices.map { known in
        known.filter { one in values.contains { $0.isEqual(to: one) } }
      } ?? ValueSearch.unique(values)
    settle()
  }

  mutating func exclude(_ values: [SQLiteValue]) {
    excluded += values
    settle()
  }

  mutating func raise(to bound: Double) {
    domain.lower = max(domain.lower ?? bound, bound)
    settle()
  }

  mutating func cap(at bound: Double) {
    domain.upper = min(domain.upper ?? bound, bound)
    settle()
  }

  /// Leaves only texts of these lengths.
  mutating func limit(to lengths: ClosedRange<Int>) {
    guard let known = domain.lengths else {
      domain.lengths = lengths
      return settle()
    }
    let (low, high) = (
      max(known.lowerBound, lengths.lowerBound), min(known.upperBound, lengths.upperBound)
    )
    if low > high {
      domain.choices = []
    } else {
      domain.lengths = low...high
      settle()
    }
  }

  /// Leaves only texts of these letters.
  mutating func restrict(to alphabet: String) {
    domain.alphabet = domain.alphabet.map { known in known.filter(alphabet.contains) } ?? alphabet
    if domain.alphabet == "" { domain.choices = [] }
  }

  /// Leaves only what can be divided by it.
  mutating func require(multipleOf divisor: Int64) {
    guard divisor != 0, divisor != .min else { return }
    let divisor = Swift.abs(divisor)
    guard let known = domain.multipleOf else {
      domain.multipleOf = divisor
      return settle()
    }
    var (one, other) = (known, divisor)
    while other != 0 { (one, other) = (other, one % other) }
    let (multiple, isTooLarge) = (known / one).multipliedReportingOverflow(by: divisor)
    if !isTooLarge { domain.multipleOf = multiple }
    settle()
  }

  /// Leaves out of the listed values those that the rest forbids.
  private mutating func settle() {
    domain.choices = domain.choices?.filter(isAllowed)
  }

  /// Moves the ends of the range away from what must not be.
  mutating func moveEnds(isWhole: Bool) {
    guard domain.choices == nil else { return }
    let width = (domain.upper ?? .infinity) - (domain.lower ?? -.infinity)
    let step = isWhole ? 1 : min(width / 1000, 0.01)
    if let lower = domain.lower, excludes(lower) { domain.lower = lower + step }
    if let upper = domain.upper, excludes(upper) { domain.upper = upper - step }
  }

  private func excludes(_ number: Double) -> Bool { excluded.contains { $0.number == number } }

  /// The domain without the numbers that are excluded: the widest range between two of them.
  var domainBesideExcluded: ValueDomain? {
    let numbers = excluded.compactMap(\.number).filter { Swift.abs($0) < 1e15 }.sorted()
    guard let first = numbers.first, let last = numbers.last, domain.choices == nil else {
      return nil
    }
    var domain = domain
    if domain.upper == nil {
      domain.lower = max(domain.lower ?? last + 1, last + 1)
      return domain
    }
    guard let lower = domain.lower, let upper = domain.upper else {
      domain.upper = min(domain.upper ?? first - 1, first - 1)
      return domain
    }
    let ends = [lower - 1] + numbers.filter { $0 >= lower && $0 <= upper } + [upper + 1]
    let gaps = zip(ends, ends.dropFirst()).map { (low: $0 + 1, high: $1 - 1) }
    guard let widest = gaps.max(by: { $0.high - $0.low < $1.high - $1.low }) else { return nil }
    domain.lower = widest.low
    domain.upper = widest.high
    return domain
  }

  /// Adds what a text looks like; what two patterns don't tell by their beginnings is left to be
  /// tried.
  mutating func look(like shape: [ValueDomain.ShapePart]) {
    guard let known = domain.shape else {
      domain.shape = shape
      return
    }
    domain.shape = ShapeMeeting.meet(known, shape).map(PatternShape.joined) ?? known
  }

  private func isAllowed(_ value: SQLiteValue) -> Bool {
    if excluded.contains(where: { $0.isEqual(to: value) }) { return false }
    if let number = value.number {
      if let lower = domain.lower, number < lower { return false }
      if let upper = domain.upper, number > upper { return false }
      if let divisor = domain.multipleOf,
        number.truncatingRemainder(dividingBy: Double(divisor)) != 0
      {
        return false
      }
    }
    if case .text(let text) = value, let lengths = domain.lengths {
      return lengths.contains(text.unicodeScalars.count)
    }
    return true
  }
}

extension SQLiteValue {
  /// The number that it is, if it is one.
  var number: Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .real(let real): real
    default: nil
    }
  }

  /// Whether SQLite takes both for the same, without regard to collations.
  func isEqual(to other: SQLiteValue) -> Bool {
    if self == other { return true }
    guard let one = number, let two = other.number else { return false }
    return one == two
  }
}
