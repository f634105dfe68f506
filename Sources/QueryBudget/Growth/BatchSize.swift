/// How many rows a batch has.
struct BatchSize {
  let rows: Int

  /// How usual the size is, the most usual first: 0 for 10, 50, 20 and 25 with any zeros after
  /// them, 1 for powers of two, 2 for hundreds, fifties, tens and fives, 3 for the rest.
  let custom: Int

  /// Its place among those that are as usual.
  let place: Int

  /// Whether somebody is likely to have chosen it.
  var isRound: Bool { custom == 0 }

  /// The most usual size of a range; of those equally usual, the smallest.
  static func mostUsual(in range: ClosedRange<Int>) -> BatchSize {
    for (place, digits) in [1, 5, 2, 25].enumerated() {
      let sizes = sequence(first: digits) { $0 > range.upperBound / 10 ? nil : $0 * 10 }
      if let rows = sizes.first(where: range.contains) {
        return BatchSize(rows: rows, custom: 0, place: place)
      }
    }
    if let rows = (3..<62).lazy.map({ 1 << $0 }).first(where: range.contains) {
      return BatchSize(rows: rows, custom: 1, place: 0)
    }
    for (place, step) in [100, 50, 10, 5].enumerated() {
      let rows = range.lowerBound + (step - range.lowerBound % step) % step
      if range.contains(rows) { return BatchSize(rows: rows, custom: 2, place: place) }
    }
    return BatchSize(rows: range.lowerBound, custom: 3, place: 0)
  }
}
