import Foundation

/// When the runner of this process last looked for jobs.
actor JobPulse {
  enum State: Equatable {
    /// No runner was started in this process.
    case none
    case beat(Date)
    case stopped
  }

  private(set) var state = State.none

  func beat(at time: Date) { state = .beat(time) }

  func stop() { state = .stopped }
}
