import QueryBudget

/// Where a measurement stands when the worst come first.
struct ReportRank: Comparable {
  private let group: Int
  private let increase: Double
  private let path: String

  init(_ entry: ReportEntry, marks: [ReportMark]) {
    group = Self.group(entry, marks)
    let growth = entry.change?.difference?.queries?.increase ?? entry.counts.increase
    increase = growth.isFinite ? growth : 0
    path = entry.path
  }

  static func < (left: ReportRank, right: ReportRank) -> Bool {
    if left.group != right.group { return left.group < right.group }
    if left.increase != right.increase { return left.increase > right.increase }
    return left.path.utf8.lexicographicallyPrecedes(right.path.utf8)
  }

  private static func group(_ entry: ReportEntry, _ marks: [ReportMark]) -> Int {
    // A test that fails since it got better is no bad news.
    let isBetter = marks.contains(.better)
    if marks.contains(.worse) || entry.result?.outcome == .exceeded { return 0 }
    if marks.contains(.failed), !isBetter { return 1 }
    if marks.contains(.growing) { return 2 }
    let order: [ReportMark] = [.changed, .new, .gone, .better, .accepted]
    return 3 + (order.firstIndex { marks.contains($0) } ?? order.count)
  }
}
