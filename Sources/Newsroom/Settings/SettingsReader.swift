import Configuration
import Foundation
import Logging

/// Reads one setting after the other, and notes what can't be read instead of stopping there.
@available(macOS 15, iOS 18, *)
struct SettingsReader {
  private let reader: ConfigReader
  /// Reads the environment alone.
  private let environmentReader: ConfigReader
  private let complaints: SettingsComplaints

  /// - Throws: ``SettingsError`` when there is a settings file that can't be read.
  init(options: SettingsOptions, variables: [String: String]) async throws {
    let complaints = SettingsComplaints()
    let environment = EnvironmentVariablesProvider(
      environmentVariables: variables,
      secretsSpecifier: .specific(Set(Secrets.keys.map(\.variable)))
    ).prefixKeys(with: "newsroom")
    var providers: [any ConfigProvider] = [options.provider, environment]
    if let path = options.file ?? variables["NEWSROOM_SETTINGS"] {
      providers.append(try await SettingsFile.provider(path: path))
    }
    self.complaints = complaints
    reader = ConfigReader(providers: providers, accessReporter: complaints)
    environmentReader = ConfigReader(provider: environment, accessReporter: complaints)
  }

  /// What was wrong with what has been read so far.
  var problems: [String] { complaints.problems }

  /// What the backend runs for.
  ///
  /// - Throws: ``SettingsError`` when it is unknown, for everything else depends on it.
  func environment() throws(SettingsError) -> Settings.Environment {
    let key = ConfigKey(SettingKey.environment.rawValue)
    guard let name = reader.string(forKey: key) else { return .development }
    guard let environment = Settings.Environment(rawValue: name) else {
      let title = SettingKey.environment.title
      throw SettingsError(["\(title) must be development, test or production, not '\(name)'."])
    }
    return environment
  }

  /// A text that is not empty.
  func text(_ key: SettingKey) -> String? {
    let text = reader.string(forKey: ConfigKey(key.rawValue))
    return text.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A whole number in a range.
  func number(_ key: SettingKey, in range: ClosedRange<Int>) -> Int? {
    let words = "a whole number from \(range.lowerBound) to \(range.upperBound)"
    guard let number = complaints.expecting(words, { reader.int(forKey: ConfigKey(key.rawValue)) })
    else { return nil }
    guard range.contains(number) else {
      complaints.add(key, expected: words)
      return nil
    }
    return number
  }

  /// Whether something is so.
  func flag(_ key: SettingKey) -> Bool? {
    complaints.expecting("true or false") { reader.bool(forKey: ConfigKey(key.rawValue)) }
  }

  /// The address of something on the web.
  func url(_ key: SettingKey) -> URL? {
    guard let text = text(key) else { return nil }
    guard let url = URL(string: text), ["http", "https"].contains(url.scheme), url.host() != nil
    else {
      complaints.add(key, expected: "an address such as https://payments.example")
      return nil
    }
    return url
  }

  /// From which level on messages are logged.
  func logLevel() -> Logger.Level? {
    guard let text = text(.logLevel) else { return nil }
    guard let level = Logger.Level(rawValue: text) else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      complaints.add(.logLevel, expected: "one of \(levels)")
      return nil
    }
    return level
  }

  /// A secret, which only the environment may hold.
  func secret(_ key: SettingKey) -> Secret? {
    let text = environmentReader.string(forKey: ConfigKey(key.rawValue), isSecret: true)
    return text.flatMap { $0.isEmpty ? nil : Secret($0) }
  }

  /// Secrets with commas between them, which only the environment may hold.
  func secrets(_ key: SettingKey) -> [Secret]? {
    let texts = environmentReader.stringArray(forKey: ConfigKey(key.rawValue), isSecret: true) ?? []
    let secrets = texts.filter { !$0.isEmpty }.map(Secret.init)
    return secrets.isEmpty ? nil : secrets
  }
}

@available(macOS 15, iOS 18, *)
extension SettingsOptions {
  fileprivate var provider: InMemoryProvider {
    let texts: [SettingKey: String?] = [
      .environment: environment, .hostname: hostname, .database: database,
    ]
    var values = texts.compactMapValues { $0.map { ConfigValue(.string($0), isSecret: false) } }
    values[.port] = port.map { ConfigValue(.int($0), isSecret: false) }
    return InMemoryProvider(
      name: "options",
      values: Dictionary(
        uniqueKeysWithValues: values.map { (AbsoluteConfigKey([$0.key.rawValue]), $0.value) })
    )
  }
}
