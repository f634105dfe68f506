import Foundation

/// A settings file of a test.
struct SettingsFileOnDisk {
  let path: String

  init(_ text: String) throws {
    path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).json")
      .path(percentEncoded: false)
    try Data(text.utf8).write(to: URL(filePath: path))
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: path)
  }
}
