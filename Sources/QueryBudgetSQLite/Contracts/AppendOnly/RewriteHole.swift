/// A way by which rows of a log can be changed or removed, or seem to be.
struct RewriteHole {
  let way: RewriteAttempt.Way
  let sql: String
  /// The rows behind it; nil where it reported success and changed nothing.
  let rewrote: TableContents?
  /// Whether other rows are guarded.
  let isPartial: Bool
}

extension RewriteTrial {
  /// The holes of all ways.
  func holes(_ ways: [[RewriteAttempt]], counting attempts: inout Int) throws -> [RewriteHole] {
    var holes: [RewriteHole] = []
    for way in ways {
      if let hole = try hole(way, counting: &attempts) { holes.append(hole) }
    }
    return holes
  }

  /// The first hole among the attempts of one way.
  private func hole(
    _ attempts: [RewriteAttempt], counting tried: inout Int
  ) throws -> RewriteHole? {
    var found: RewriteHole?
    var isRefused = false
    var behind = 0
    for attempt in attempts {
      guard found == nil || !isRefused && behind < Self.mostBehind else { break }
      behind += found == nil ? 0 : 1
      guard let (sql, outcome) = try run(attempt) else { continue }
      tried += 1
      switch outcome {
      case .refused: isRefused = true
      case .unfit: break
      case .ignored:
        // A parent that goes without taking entries along is no harm.
        if found == nil, !attempt.way.isOfParent {
          found = RewriteHole(way: attempt.way, sql: sql, rewrote: nil, isPartial: false)
        }
      case .rewrote(let after):
        if found?.rewrote == nil {
          found = RewriteHole(way: attempt.way, sql: sql, rewrote: after, isPartial: false)
        }
      }
    }
    return found.map {
      RewriteHole(way: $0.way, sql: $0.sql, rewrote: $0.rewrote, isPartial: isRefused)
    }
  }

  /// So many rows behind a hole show whether others are guarded.
  private static var mostBehind: Int { 10 }
}

extension RewriteAttempt.Way {
  fileprivate var isOfParent: Bool {
    switch self {
    case .parentDelete, .parentUpdate: true
    case .update, .delete, .replace: false
    }
  }
}
