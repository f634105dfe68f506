import Foundation
import QueryBudget

extension DiffOptions {
  /// Compares the two states that were named.
  func diff() throws -> Diff {
    if paths.count == 2 { return try diff(paths[0], paths[1]) }
    if let results {
      let new = try ResultState(BaselineFolder(path: results))
      return try diff(from: try oldState(), to: new, named: results)
    }
    let folder = try baselines.folder()
    let old = try base(of: folder)
    guard let head else {
      let new = FolderState(folder: folder)
      try requireFolder(folder, in: old)
      return try diff(from: old, to: new, named: "the working tree")
    }
    let new = try GitRevision(head, of: folder)
    return try diff(from: old, to: new, named: head)
  }

  private func diff(
    from old: any BaselineState,
    to new: any BaselineState,
    named name: String
  ) throws -> Diff {
    let oldName = (old as? GitRevision)?.fullName ?? old.name
    return Diff(
      oldName: oldName, newName: name, found: try BaselineChanges(from: old, to: new),
      results: new as? ResultState)
  }

  private func oldState() throws -> any BaselineState {
    if let path = paths.first {
      guard try Self.isFolder(path) else {
        throw Trouble("\(path) is a file, and results are compared with a folder of baselines.")
      }
      return FolderState(folder: BaselineFolder(path: path))
    }
    return try base(of: try baselines.folder())
  }

  private func base(of folder: BaselineFolder) throws -> GitRevision {
    guard let base, point.mergeBase else { return try GitRevision(base ?? "HEAD", of: folder) }
    return try GitRevision(base, of: folder, mergeBase: head ?? "HEAD")
  }

  /// A folder that somebody names is in one of the states at least.
  private func requireFolder(_ folder: BaselineFolder, in old: GitRevision) throws {
    guard baselines.baselines != nil, FileIdentity(of: folder.path) == nil else { return }
    var isKnown = false
    try old.forEachPath { _ in isKnown = true }
    guard isKnown else {
      throw Trouble("there is no folder \(folder.path), nor was there one in \(old.fullName).")
    }
  }

  private func diff(_ old: String, _ new: String) throws -> Diff {
    switch (try Self.isFolder(old), try Self.isFolder(new)) {
    case (true, true):
      let (before, now) = (BaselineFolder(path: old), BaselineFolder(path: new))
      return try diff(from: FolderState(folder: before), to: FolderState(folder: now), named: new)
    case (false, false):
      let pair = FilePair(
        path: new, old: FolderState.contents(ofFile: old), new: FolderState.contents(ofFile: new))
      return Diff(oldName: old, newName: new, found: BaselineChanges(of: [pair]))
    case (let oldIsFolder, _):
      let (folder, file) = oldIsFolder ? (old, new) : (new, old)
      throw Trouble("\(folder) is a folder and \(file) a file: name two folders or two files.")
    }
  }

  private static func isFolder(_ path: String) throws -> Bool {
    guard let identity = FileIdentity(of: path) else {
      throw Trouble("there is nothing at \(path): name two folders of baselines, or two baselines.")
    }
    return identity.isFolder
  }
}
