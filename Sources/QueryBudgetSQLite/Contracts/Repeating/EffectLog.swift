/// What calls did outside of the database, as the test's closure tells it.
package final class EffectLog: Sendable {
  private struct State {
    var startsOver = true
    var before: [String] = []
    var added: [String] = []
    var error: (any Error)?
  }

  private let state = Locked(State())

  /// Whether the next call begins from the saved databases, for which the test prepares.
  var startsOver: Bool {
    get { state.withLock(\.startsOver) }
    set { state.withLock { $0.startsOver = newValue } }
  }

  /// Takes the list as a call begins.
  func began(_ effects: [String]) {
    state.withLock { state in (state.before, state.added, state.error) = (effects, [], nil) }
  }

  /// Takes the list as the call ends, or what kept the test from telling it.
  func ended(_ effects: Result<[String], any Error>) {
    state.withLock { state in
      switch effects {
      case .success(let effects): state.added = Self.added(effects, to: state.before)
      case .failure(let error): state.error = error
      }
    }
  }

  /// What the last call added.
  ///
  /// Throws what the test's closure threw.
  func take() throws -> [String] {
    let (added, error) = state.withLock { ($0.added, $0.error) }
    if let error { throw error }
    return added
  }

  /// What is in a list beyond another one; a list that was emptied meanwhile is new as a whole.
  private static func added(_ effects: [String], to before: [String]) -> [String] {
    var added = effects
    for effect in before {
      guard let place = added.firstIndex(of: effect) else { return effects }
      added.remove(at: place)
    }
    return added
  }
}
