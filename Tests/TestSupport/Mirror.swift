package import Foundation

/// Makes one folder the copy of another.
package enum Mirror {
  /// Copies what differs, so that what is the same isn't compiled again, and removes what the
  /// source lacks. Links become what they lead to; hidden files are left out, and files of which
  /// `isWanted` says so.
  package static func copy(
    _ source: URL,
    to copy: URL,
    where isWanted: (URL) throws -> Bool = { _ in true }
  ) throws {
    let files = FileManager.default
    var isDirectory: ObjCBool = false
    guard files.fileExists(atPath: source.path, isDirectory: &isDirectory) else { return }
    guard isDirectory.boolValue else {
      if try isWanted(source) {
        if !files.contentsEqual(atPath: source.path, andPath: copy.path) {
          try Data(contentsOf: source).write(to: copy, options: .atomic)
        }
      } else if files.fileExists(atPath: copy.path) {
        try files.removeItem(at: copy)
      }
      return
    }
    try files.createDirectory(at: copy, withIntermediateDirectories: true)
    let names = try files.contentsOfDirectory(atPath: source.path).filter { !$0.hasPrefix(".") }
    for old in try files.contentsOfDirectory(atPath: copy.path)
    where !names.contains(old) && old != "Package.resolved" {
      try files.removeItem(at: copy.appendingPathComponent(old))
    }
    for name in names {
      try self.copy(
        source.appendingPathComponent(name), to: copy.appendingPathComponent(name),
        where: isWanted)
    }
  }
}
