/// How many measurements there are of each kind.
struct ReportTotals {
  private(set) var measurements = 0
  private(set) var marks: [ReportMark: Int] = [:]

  /// Files that can't be read, and why.
  private(set) var problems: [String] = []

  mutating func count(_ marks: [ReportMark]) {
    measurements += 1
    for mark in marks { self.marks[mark, default: 0] += 1 }
  }

  mutating func add(problem: String) { problems.append(problem) }

  func count(of mark: ReportMark) -> Int { marks[mark] ?? 0 }

  /// As diff(1) has it: 0 for nothing worse, 1 for something worse or failed, 2 for trouble.
  var status: Int32 {
    if !problems.isEmpty { return Trouble.status }
    return count(of: .worse) > 0 || count(of: .failed) > 0 ? 1 : 0
  }

  /// `12 measurements`.
  var all: String { measurements == 1 ? "1 measurement" : "\(measurements) measurements" }

  /// `12 measurements: 1 worse, 2 growing`.
  var phrase: String {
    let parts = ReportMark.allCases.compactMap { mark in
      count(of: mark) == 0 ? nil : "\(count(of: mark)) \(mark.title.lowercased())"
    }
    return parts.isEmpty ? all : "\(all): \(parts.joined(separator: ", "))"
  }
}
