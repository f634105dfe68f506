import Configuration
import Foundation

/// The settings file: a JSON object of what is no secret.
///
/// ```json
/// {"hostname": "10.0.0.7", "database": "/var/lib/newsroom/newsroom.sqlite"}
/// ```
@available(macOS 15, iOS 18, *)
enum SettingsFile {
  /// Opens the file.
  ///
  /// - Throws: ``SettingsError`` when it can't be read, names something that is no setting, or
  ///   holds a secret.
  static func provider(path: String) async throws(SettingsError) -> any ConfigProvider {
    try check(path)
    let place = ConfigReader(
      provider: InMemoryProvider(values: ["filePath": ConfigValue(.string(path), isSecret: false)]))
    do {
      return try await FileProvider<JSONSnapshot>(config: place)
    } catch {
      throw SettingsError(["The settings file '\(path)' can't be used: \(error)"])
    }
  }

  private static func check(_ path: String) throws(SettingsError) {
    let file: Data
    do {
      file = try Data(contentsOf: URL(filePath: path))
    } catch {
      throw SettingsError(["The settings file '\(path)' can't be read; check that it is there."])
    }
    guard let object = try? JSONSerialization.jsonObject(with: file),
      let settings = object as? [String: Any]
    else {
      throw SettingsError(["The settings file '\(path)' must be a JSON object."])
    }
    let problems = settings.keys.sorted().compactMap { problem(of: $0, in: path) }
    guard problems.isEmpty else { throw SettingsError(problems) }
  }

  private static func problem(of name: String, in path: String) -> String? {
    guard let key = SettingKey(rawValue: name) else {
      let names = SettingKey.allCases.filter { !Secrets.keys.contains($0) }.map(\.rawValue)
      return "'\(name)' in '\(path)' is no setting; there are \(names.joined(separator: ", "))."
    }
    guard Secrets.keys.contains(key) else { return nil }
    return "The settings file '\(path)' holds the secret '\(name)'; take it out of the file, "
      + "replace it, and set \(key.variable) in the environment."
  }
}
