/// Makes series of moments: texts, or seconds since 1970.
struct TimeMaker {
  let request: SeriesRequest

  static let day: Int64 = 86400

  /// January 1, 2020.
  private static let start: Int64 = 18262 * day

  /// A day, an hour, a minute and a second: every part of it differs in the next row, and a thousand
  /// rows take less than three years.
  private static let step: Int64 = day + 3661

  // MARK: Series

  func texts() -> ValueSeries? {
    let format = TimeNames(request).format
    let counters = format == .time ? timesOfDay() : moments(unit: 1, isDate: format == .date)
    return request.best(
      of: counters.lazy.map { .text(TextPattern([.time(format, $0)])) })
  }

  func integers() -> ValueSeries? {
    let counters = moments(unit: TimeNames(request).ticksASecond)
    return request.best(of: counters.lazy.map { .integers($0) }.filter(request.admitsEnds))
  }

  func reals() -> ValueSeries? {
    guard request.words.words.contains("julian") || request.words.last == "julianday" else {
      let counters = moments(unit: TimeNames(request).ticksASecond)
      return request.best(
        of: counters.lazy.map { .reals($0, divisor: 1) }.filter(request.admitsEnds))
    }
    // January 1, 1970 is the Julian day 2440587.5, https://www.sqlite.org/lang_datefunc.html
    let offset = 2_440_587 * Self.day + Self.day / 2
    let days = moments(unit: 1, offset: offset, bound: Double(Self.day)).lazy.map {
      ValueSeries.reals($0, divisor: Double(Self.day))
    }
    return request.best(of: days.filter(request.admitsEnds))
  }

  // MARK: Days

  /// Moments in ticks, from the most usual to the widest range; a bound of the domain is so many of
  /// them.
  private func moments(
    unit: Int64, offset: Int64 = 0, bound: Double = 1, isDate: Bool = false
  ) -> [Counter] {
    // A date stands for the moment at which it begins.
    let grain: Int64 = isDate ? Self.day : 1
    let hard = bounds(times: bound, grain: grain)
    let usual = usualRange(unit: unit, offset: offset)
    let isSliced = request.domain.slice != nil
    var open = usual
    if !isSliced { open.upper = nil }
    var dense = open
    dense.step = isDate ? Self.day : 1
    let whole = NumberRange(lower: hard.lower, upper: hard.upper, step: dense.step)
    return [usual, open, dense, isSliced ? dense : whole].compactMap { range in
      range.intersection(hard)?.counter(
        on: NumberGrid(multiple: request.domain.multipleOf ?? 1), shift: shift,
        needed: request.needed)
    }
  }

  /// What the domain allows, in ticks: from the first grain that begins in it to the last.
  private func bounds(times ticks: Double, grain: Int64) -> NumberRange {
    let size = Double(grain)
    var range = NumberRange()
    if let lower = request.domain.lower {
      range.lower = Int64(saturating: (lower * ticks / size).rounded(.up) * size)
    }
    if let upper = request.domain.upper {
      range.upper = Int64(saturating: (upper * ticks / size).rounded(.down) * size)
        .addingSaturating(grain - 1)
    }
    return range
  }

  private func usualRange(unit: Int64, offset: Int64) -> NumberRange {
    func range(_ first: Int64, _ last: Int64?) -> NumberRange {
      NumberRange(
        lower: (first + offset).multipliedSaturating(by: unit),
        upper: last.map { ($0 + offset).multipliedSaturating(by: unit) },
        step: Self.step.multipliedSaturating(by: unit))
    }
    if let slice = request.domain.slice, slice.count > 0 {
      var years: Int64 = 4
      while years * 300 < request.needed { years *= 2 }
      let first = Self.start + years * 365 * Self.day * Int64(slice.index)
      return range(first, first + years * 365 * Self.day - 1)
    }
    // Who was born between 1950 and 2004 is grown up.
    let names = TimeNames(request)
    if names.isBirth { return range(-7305 * Self.day, 12784 * Self.day) }
    return range(Self.start + names.phase.days * Self.day, nil)
  }

  /// The same for all columns of a seed, so that what ends still ends later.
  private var shift: Int64 { request.seed.shift }

  // MARK: Times of the day

  /// In the morning where something begins, after noon where it ends.
  private func timesOfDay() -> [Counter] {
    var (first, end): (Int64, Int64) = (0, Self.day)
    let isSliced = request.domain.slice != nil
    if let slice = request.domain.slice, slice.count > 0 {
      let width = max(1, Self.day / Int64(slice.count))
      first = width * Int64(slice.index)
      end = first + width
    } else {
      switch TimeNames(request).phase {
      case .start: (first, end) = (Self.day / 4, Self.day / 2)
      case .end: (first, end) = (Self.day / 2, Self.day)
      default: break
      }
    }
    let usual = NumberRange(lower: first, upper: end - 1, step: 61)
    let dense = NumberRange(lower: first, upper: end - 1)
    let whole = NumberRange(lower: 0, upper: Self.day - 1)
    let hard = bounds(times: 1, grain: 1)
    return [usual, dense, isSliced ? dense : whole].compactMap {
      $0.intersection(hard)?.counter(shift: shift, needed: request.needed)
    }
  }
}
