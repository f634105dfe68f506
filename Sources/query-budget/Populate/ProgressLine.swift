/// `[########............] 40000 of 100000 rows, 81632 a second`, as far as it fits.
struct ProgressLine {
  let done: Int
  let total: Int
  let elapsed: Duration

  private static let longestBar = 30
  private static let shortestBar = 8

  /// The line for a terminal of so many columns; the last stays free, since some go to the next
  /// line behind it.
  func text(columns: Int, _ terminal: Terminal) -> String {
    let room = columns - 1
    let words = [
      "\(done) of \(total) rows, \(rate) a second", "\(done) of \(total) rows", "\(percent) %",
    ]
    guard let text = words.first(where: { $0.count <= room }) else { return "" }
    let bar = min(Self.longestBar, room - text.count - 3)
    return bar < Self.shortestBar ? text : "[\(drawing(bar, terminal))] \(text)"
  }

  private func drawing(_ width: Int, _ terminal: Terminal) -> String {
    let full = total > 0 ? width * done / total : width
    return terminal.styled(String(repeating: "#", count: full), .green)
      + String(repeating: ".", count: width - full)
  }

  private var percent: Int { total > 0 ? 100 * done / total : 100 }

  private var rate: Int {
    let seconds = elapsed / .seconds(1)
    return seconds > 0 ? Int(Double(done) / seconds) : 0
  }
}
