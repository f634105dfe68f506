import Foundation

/// Writes the page, one measurement after the other.
///
/// What stands above the measurements, and their order, is known when all have been read; until
/// then they wait on disk.
struct ReportWriter {
  let source: ReportSource
  let title: String

  /// So few are all open.
  private static let fewEnoughToOpen = 5

  func write(to file: PageFile) throws -> ReportTotals {
    var totals = ReportTotals()
    let spool = try PageSpool()
    try source.forEachEntry { entry in
      let marks = entry.marks
      totals.count(marks)
      try spool.add(
        MeasurementSection(entry, marks: marks).markup,
        rank: ReportRank(entry, marks: marks),
        needsAttention: marks.contains { $0 != .accepted })
    } report: {
      totals.add(problem: $0)
    }
    let page = ReportPage(
      title: title, totals: totals, base: source.baseName, hasResults: source.results != nil)
    try file.write(Data(page.head.text.utf8))
    try spool.forEachPart { part, needsAttention in
      let isOpen = needsAttention || totals.measurements <= Self.fewEnoughToOpen
      try file.write(Data(MeasurementSection.opening(isOpen: isOpen).text.utf8) + part)
    }
    try file.write(Data(page.foot.text.utf8))
    return totals
  }
}
