import Foundation

/// A path for a database, removed with all that SQLite lays beside it.
final class TemporaryFile {
  let path: String
  private let folder: URL

  init() {
    folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appending(path: "test.sqlite").path(percentEncoded: false)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The path of another database beside it.
  func beside(_ name: String) -> String {
    folder.appending(path: name).path(percentEncoded: false)
  }
}
