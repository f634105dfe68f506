import CSQLite
import Dispatch
import Foundation
import QueryBudgetSQLite

/// Notes that somebody wants the tool to stop (Ctrl-C, `kill`, a closed terminal), so that what it
/// has begun is taken back before it ends.
///
/// It must outlive the connections that it watches.
final class Interruption {
  private let isWanted = Locked(false)
  private let sources: [any DispatchSourceSignal]

  init() {
    sources = [SIGINT, SIGTERM, SIGHUP].map { number in
      #if canImport(Darwin)
        // Dispatch only hears of what nobody else handles.
        signal(number, SIG_IGN)
      #endif
      return DispatchSource.makeSignalSource(signal: number, queue: .global())
    }
    for source in sources {
      source.setEventHandler { [isWanted] in isWanted.withLock { $0 = true } }
      source.resume()
    }
  }

  /// Whether somebody asked for it.
  var isAskedFor: Bool { isWanted.withLock { $0 } }

  /// Goes no further when somebody asked for it.
  func check() throws {
    if isAskedFor { throw Trouble("stopped") }
  }

  /// Ends whatever a connection runs when somebody asks for it.
  ///
  /// <https://www.sqlite.org/c3ref/progress_handler.html>
  func watch(_ handle: OpaquePointer) {
    sqlite3_progress_handler(
      handle, 1000, Self.callback, Unmanaged.passUnretained(isWanted).toOpaque())
  }

  private static let callback: @convention(c) (UnsafeMutableRawPointer?) -> Int32 = { context in
    guard let context else { return 0 }
    let isWanted = Unmanaged<Locked<Bool>>.fromOpaque(context).takeUnretainedValue()
    return isWanted.withLock { $0 } ? 1 : 0
  }
}
