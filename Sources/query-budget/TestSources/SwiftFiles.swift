import Foundation

/// The Swift files of a package by name; of each only its path is kept.
struct SwiftFiles {
  /// Their paths from the root, by their names without `.swift`.
  private(set) var paths: [String: [String]] = [:]

  /// The paths of the manifests.
  private(set) var manifests: [String] = []

  /// The names of all folders, as modules are called.
  private(set) var folders: Set<String> = []

  private let root: String
  private let skipped: FileIdentity?

  /// Looks through all folders but hidden ones; `skipping` is one without sources.
  init(root: String, skipping: String?) {
    self.root = root
    skipped = skipping.flatMap(FileIdentity.init(of:))
    if let identity = FileIdentity(of: root) { visit("", within: [identity]) }
  }

  /// The files of this name in a path's component.
  func paths(of suite: String) -> [String] {
    if let paths = paths[suite] { return paths }
    guard suite.contains("~") else { return [] }
    return paths.filter { BaselineName.folder(suite, isOf: $0.key) }
      .flatMap(\.value).sorted()
  }

  private mutating func visit(_ folder: String, within ancestors: [FileIdentity]) {
    guard let listing = FolderListing(of: folder.isEmpty ? root : root + "/" + folder)
    else { return }
    for entry in listing.entries where !entry.name.hasPrefix(".") {
      let path = folder.isEmpty ? entry.name : folder + "/" + entry.name
      if entry.kind == .file {
        take(entry.name, path)
      } else if entry.kind != .other {
        // A link to nowhere is a file that can't be read.
        guard let identity = FileIdentity(of: root + "/" + path), !identity.isFile else {
          take(entry.name, path)
          continue
        }
        // A link to a folder that it lies in would never end.
        guard identity.isFolder, identity != skipped, !ancestors.contains(identity) else {
          continue
        }
        folders.insert(DeclaredTargets.module(entry.name))
        visit(path, within: ancestors + [identity])
      }
    }
  }

  private mutating func take(_ name: String, _ path: String) {
    guard name.hasSuffix(".swift") else { return }
    paths[String(name.dropLast(6)), default: []].append(path)
    if name == "Package.swift" || name.hasPrefix("Package@swift") { manifests.append(path) }
  }
}
