import Configuration
import Synchronization

/// Hears of each setting that can't be read as what it has to be.
///
/// A `ConfigReader` takes such a setting for one that is missing, and tells its reporter only.
@available(macOS 15, iOS 18, *)
final class SettingsComplaints: AccessReporter {
  private struct State {
    var problems: [String] = []
    var expected = "a text"
  }

  private let state = Mutex(State())

  /// One sentence for each.
  var problems: [String] { state.withLock(\.problems) }

  /// Notes a setting that can't be used.
  func add(_ key: SettingKey, expected: String) {
    state.withLock { $0.problems.append("\(key.title) must be \(expected).") }
  }

  /// Reads a setting that, if there is one, has to be what the words say.
  func expecting<Value>(_ words: String, _ read: () -> Value) -> Value {
    state.withLock { $0.expected = words }
    defer { state.withLock { $0.expected = "a text" } }
    return read()
  }

  func report(_ event: AccessEvent) {
    guard let key = SettingKey(rawValue: event.metadata.key.components.joined(separator: ".")),
      event.providerResults.contains(where: { $0.isFailure }) || event.conversionError != nil
    else { return }
    add(key, expected: state.withLock(\.expected))
  }
}

@available(macOS 15, iOS 18, *)
extension AccessEvent.ProviderResult {
  fileprivate var isFailure: Bool {
    if case .failure = result { true } else { false }
  }
}
