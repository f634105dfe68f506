import Foundation

/// What lies in one folder, hidden files too, sorted by bytes as git sorts.
struct FolderListing {
  enum Kind {
    case file
    case folder
    case link

    /// A device, a socket or a pipe.
    case other
  }

  struct Entry {
    let name: String
    let kind: Kind
  }

  let entries: [Entry]

  /// Lists a folder; nil when it can't be read.
  ///
  /// <https://man7.org/linux/man-pages/man3/readdir.3.html>
  init?(of path: String) {
    guard let directory = opendir(path), let offset = MemoryLayout<dirent>.offset(of: \.d_name)
    else { return nil }
    defer { closedir(directory) }
    var entries: [Entry] = []
    while let entry = readdir(directory) {
      // Not through a copy of the structure: the system makes it no longer than the name.
      let bytes = (UnsafeRawPointer(entry) + offset).assumingMemoryBound(to: CChar.self)
      let name = String(cString: bytes)
      if name == "." || name == ".." { continue }
      entries.append(
        Entry(name: name, kind: Self.kind(entry.pointee.d_type) ?? Self.kind(of: path + "/" + name))
      )
    }
    self.entries = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  private static func kind(_ type: UInt8) -> Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    // Some file systems don't say.
    case Int(DT_UNKNOWN): nil
    default: .other
    }
  }

  private static func kind(of path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    case S_IFLNK: return .link
    default: return .other
    }
  }
}
