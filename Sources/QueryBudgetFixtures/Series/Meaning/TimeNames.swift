/// What the name of a column says of its moments.
struct TimeNames {
  /// Where in the life of a row a moment is.
  enum Phase: Sendable, Hashable {
    case start, within, change, end, removal, expiry

    /// After how many days a row gets there. What expires has not done so yet: a list of what is
    /// valid shows it.
    var days: Int64 {
      switch self {
      case .start: 0
      case .within: 1
      case .change: 2
      case .end: 30
      case .removal: 60
      case .expiry: 70 * 365
      }
    }
  }

  private let request: SeriesRequest

  private var words: [String] { request.words.words }

  init(_ request: SeriesRequest) { self.request = request }

  /// How texts are written: as a function of SQLite wants it, or the type, or the name says.
  var format: TimeFormat {
    switch request.domain.format {
    case .date: return .date
    case .time: return .time
    case .dateTime: return .dateTime
    default: break
    }
    if let format = request.type.timeFormat { return format }
    if words == ["time"] || ["opens", "closes"].contains(words.last) { return .time }
    let isDate =
      isBirth || ["date", "on", "due", "deadline", "day"].contains(request.words.last)
      || words.first == "date" || request.words.last.hasSuffix("date")
    return isDate && request.words.last != "update" ? .date : .dateTime
  }

  /// What numbers count: seconds, or parts of them where the name says so.
  var ticksASecond: Int64 {
    for word in words {
      switch word {
      case "ms", "millis", "milliseconds", "msec": return 1000
      case "us", "micros", "microseconds", "usec": return 1_000_000
      case "ns", "nanos", "nanoseconds", "nsec": return 1_000_000_000
      default: continue
      }
    }
    return 1
  }

  var isBirth: Bool {
    words.contains {
      ["birth", "birthday", "birthdate", "born", "dob", "dateofbirth"].contains($0)
    }
  }

  var phase: Phase {
    for (phase, names) in Self.phases where words.contains(where: names.contains) { return phase }
    return .within
  }

  /// The later ones first: the date at which a cancelled order was made is named after the order.
  private static let phases: [(Phase, Set<String>)] = [
    (.expiry, names("expires expire expired expiry expiration expirydate")),
    (
      .removal,
      names(
        "deleted deletedat removed archived cancelled canceled discontinued terminated revoked banned"
      )
    ),
    (
      .end,
      names(
        """
        end ended ends endat endsat enddate endtime finish finished finishes complete completed \
        closed closes until to due duedate stop stopped deadline return returned shipped ship \
        delivered resolved thru through left
        """)
    ),
    (
      .change,
      names(
        """
        updated updatedat updatedon update updatetime modified modifiedat modifieddate changed \
        edited touched last lastupdate lastmodified lastlogin lastseen
        """)
    ),
    (
      .start,
      names(
        """
        created createdat createdon createddate createtime create creation creationdate start \
        started starts startdate starttime begin began begins from since inserted registered joined \
        opened opens hire hired hiredate order ordered orderdate rental
        """)
    ),
  ]

  private static func names(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }
}
