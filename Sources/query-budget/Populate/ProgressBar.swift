import Foundation
import QueryBudgetFixtures
import QueryBudgetSQLite

/// How far a long run has got, on one line of a terminal that is wiped at the end.
///
/// Nothing is drawn in a pipe, nor in the first half second.
final class ProgressBar: Sendable {
  private struct State {
    let started = ContinuousClock.now
    var writing = ContinuousClock.now
    var total = 0
    var done = 0
    var nextDrawing = ContinuousClock.now + .milliseconds(500)
    var isShown = false
  }

  private let terminal: Terminal
  private let state = Locked(State())

  init(_ terminal: Terminal = Terminal(STDERR_FILENO)) { self.terminal = terminal }

  /// What tells it of rows.
  var progress: RowProgress {
    RowProgress(
      started: { rows in
        self.state.withLock { state in
          state.total = rows
          state.writing = .now
        }
      },
      wrote: { rows in self.advance(rows) })
  }

  /// How long it has been since the start.
  var elapsed: Duration { state.withLock { .now - $0.started } }

  private func advance(_ rows: Int) {
    state.withLock { state in
      // Rows that refer to one another are written twice.
      state.done = min(state.done + rows, state.total)
      guard ContinuousClock.now >= state.nextDrawing else { return }
      let line = ProgressLine(
        done: state.done, total: state.total, elapsed: .now - state.writing)
      draw(line.text(columns: terminal.columns, terminal), &state)
    }
  }

  /// Says what is being done when no rows are written.
  func say(_ words: String) {
    state.withLock { state in
      guard ContinuousClock.now >= state.nextDrawing || state.isShown else { return }
      draw(String(words.prefix(terminal.columns - 1)), &state)
    }
  }

  /// Leaves the line as it was before.
  func wipe() {
    state.withLock { state in
      guard state.isShown else { return }
      state.isShown = false
      write("\r\u{1B}[K")
    }
  }

  private func draw(_ line: String, _ state: inout State) {
    guard terminal.canRedraw else { return }
    state.isShown = true
    state.nextDrawing = .now + .milliseconds(100)
    write("\r\(line)\u{1B}[K")
  }

  private func write(_ text: String) {
    // A terminal that is gone ends no run.
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
