/// Makes series of moments: texts, or seconds since 1970.
struct TimeMaker {
  let request: SeriesRequest

  private static let day: Int64 = 86400

  /// January 1, 2020.
  private static let start: Int64 = 18262 * day

  /// A day, an hour, a minute and a second: every part of it differs in the next row, and a thousand
  /// rows take less than three years.
  private static let step: Int64 = day + 3661

  // MARK: Series

  func texts() -> ValueSeries? {
    let format = format
    if format == .time { return request.best(of: timesOfDay().lazy.map { text(.time, $0) }) }
    return request.best(of: moments(unit: 1).lazy.map { text(format, $0) })
  }

  func integers() -> ValueSeries? {
    let unit = ticksASecond
    return request.best(of: moments(unit: unit).lazy.map { .integers($0) })
  }

  func reals() -> ValueSeries? {
    guard request.words.words.contains("julian") else {
      let unit = ticksASecond
      return request.best(of: moments(unit: unit).lazy.map { .reals($0, divisor: 1) })
    }
    // January 1, 1970 is the Julian day 2440587.5, https://www.sqlite.org/lang_datefunc.html
    let (days, half) = (Int64(2_440_587), Self.day / 2)
    return request.best(
      of: moments(unit: 1, offset: days * Self.day + half).lazy.map {
        .reals($0, divisor: Double(Self.day))
      })
  }

  private func text(_ format: TimeFormat, _ counter: Counter) -> ValueSeries {
    .text(TextPattern([.time(format, counter)]))
  }

  // MARK: How it is written

  private var format: TimeFormat {
    switch request.domain.format {
    case .date: return .date
    case .time: return .time
    case .dateTime: return .dateTime
    default: break
    }
    if let format = request.type.timeFormat { return format }
    let words = request.words.words
    if words == ["time"] || ["opens", "closes"].contains(words.last) { return .time }
    let isDate =
      Self.dates.contains(request.words.last) || ["date", "on"].contains(words.last)
      || words.first == "date"
    return isDate ? .date : .dateTime
  }

  private static let dates: Set<String> = [
    "birthday", "birthdate", "dob", "born", "deadline", "due", "orderdate", "hiredate", "duedate",
    "startdate", "enddate", "dateofbirth", "createdon", "updatedon", "expirydate", "birth",
  ]

  /// What numbers count: seconds, or parts of them where the name says so.
  private var ticksASecond: Int64 {
    for word in request.words.words {
      switch word {
      case "ms", "millis", "milliseconds", "msec": return 1000
      case "us", "micros", "microseconds", "usec": return 1_000_000
      case "ns", "nanos", "nanoseconds", "nsec": return 1_000_000_000
      default: continue
      }
    }
    return 1
  }

  // MARK: When it is

  /// Moments in ticks, from the most usual to the widest range.
  private func moments(unit: Int64, offset: Int64 = 0) -> [Counter] {
    let hard = NumberRange(
      lower: request.domain.lower.map { Int64(saturating: $0.rounded(.up)) },
      upper: request.domain.upper.map { Int64(saturating: $0.rounded(.down)) })
    let usual = usualRange(unit: unit, offset: offset)
    var open = usual
    if request.domain.slice == nil { open.upper = nil }
    let isDate = format == .date && unit == 1 && offset == 0
    var narrow = open
    narrow.step = isDate ? Self.day : 1
    let all = NumberRange(lower: hard.lower, upper: hard.upper, step: narrow.step)
    let multiple = request.domain.multipleOf ?? 1
    return [usual, open, narrow, request.domain.slice == nil ? all : narrow].compactMap { range in
      range.intersection(hard)?.counter(
        multiple: multiple, shift: request.seed.shift / 1000, needed: request.needed)
    }
  }

  private func usualRange(unit: Int64, offset: Int64) -> NumberRange {
    func ticks(_ seconds: Int64) -> Int64 { (seconds + offset) * unit }
    if let slice = request.domain.slice, slice.count > 0 {
      var years: Int64 = 4
      while years * 365 < request.needed { years *= 2 }
      let width = years * 365 * Self.day
      let first = Self.start + width * Int64(slice.index)
      return NumberRange(
        lower: ticks(first), upper: ticks(first + width) - 1, step: Self.step * unit)
    }
    if isBirth {
      // 1950 to 2005.
      return NumberRange(
        lower: ticks(-7305 * Self.day), upper: ticks(12784 * Self.day), step: Self.step * unit)
    }
    return NumberRange(lower: ticks(Self.start + phase * Self.day), step: Self.step * unit)
  }

  /// After how many days a row that began gets there: what ends ends later, and what expires has not
  /// yet.
  private var phase: Int64 {
    let words = request.words.words
    func has(_ list: Set<String>) -> Bool {
      words.contains { list.contains($0) || list.contains(String($0.dropLast(2))) }
    }
    if has(Self.expiries) { return 70 * 365 }
    if has(Self.removals) { return 60 }
    if has(Self.ends) { return 30 }
    if has(Self.changes) { return 2 }
    return has(Self.starts) ? 0 : 1
  }

  private var isBirth: Bool {
    request.words.words.contains { ["birth", "birthday", "birthdate", "born", "dob"].contains($0) }
      || ["dateofbirth"].contains(request.words.last)
  }

  private static let starts: Set<String> = [
    "created", "create", "creation", "start", "started", "starts", "begin", "began", "begins",
    "from", "since", "inserted", "registered", "joined", "opened", "opens", "hire", "hired",
    "ordered", "order", "rental", "since", "startdate", "createddate", "creationdate", "starttime",
    "orderdate", "hiredate",
  ]
  private static let changes: Set<String> = [
    "updated", "update", "modified", "changed", "edited", "touched", "last", "lastupdate",
    "modifieddate", "updatetime", "lastmodified",
  ]
  private static let ends: Set<String> = [
    "end", "ended", "ends", "finish", "finished", "finishes", "complete", "completed", "closed",
    "closes", "until", "to", "due", "stop", "stopped", "deadline", "return", "returned", "shipped",
    "ship", "delivered", "resolved", "thru", "through", "enddate", "endtime", "duedate", "left",
  ]
  private static let removals: Set<String> = [
    "deleted", "removed", "archived", "cancelled", "canceled", "discontinued", "terminated",
    "revoked", "banned", "destroyed",
  ]
  private static let expiries: Set<String> = [
    "expires", "expire", "expired", "expiry", "expiration", "expirydate",
  ]

  // MARK: Times of the day

  private func timesOfDay() -> [Counter] {
    let all: ClosedRange<Int64> = 0...(Self.day - 1)
    var range = all
    if let slice = request.domain.slice, slice.count > 0 {
      let width = Self.day / Int64(slice.count)
      let first = width * Int64(slice.index)
      range = first...(first + max(1, width) - 1)
    } else if phase == 0 {
      range = 21600...43199
    } else if phase == 30 {
      range = 43200...(Self.day - 1)
    }
    let usual = NumberRange(lower: range.lowerBound, upper: range.upperBound, step: 61)
    let dense = NumberRange(lower: range.lowerBound, upper: range.upperBound)
    let whole = NumberRange(lower: 0, upper: Self.day - 1)
    return [usual, dense, request.domain.slice == nil ? whole : dense].compactMap {
      $0.counter(shift: request.seed.shift / 1000, needed: request.needed)
    }
  }
}
