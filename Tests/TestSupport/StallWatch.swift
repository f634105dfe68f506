package import Foundation

/// Ends a process, and those it has started, when it prints nothing for too long.
package enum StallWatch {
  /// Longer than anything that is compiled or linked without a word.
  package static let patience: TimeInterval = 240

  /// Watches the files that a process prints to, until the task is cancelled.
  static func start(on process: pid_t, printingTo logs: [URL], patience: TimeInterval) -> Task<
    Void, Never
  > {
    Task.detached {
      while (try? await Task.sleep(for: .seconds(min(5, patience)))) != nil {
        let written = logs.compactMap { url in
          let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
          return attributes?[.modificationDate] as? Date
        }
        guard let last = written.max(), -last.timeIntervalSinceNow > patience else { continue }
        // Foundation gives each process a group of its own.
        if kill(-process, SIGKILL) != 0 { kill(process, SIGKILL) }
      }
    }
  }
}
