extension BaselineChange {
  /// What differs between two states, worst first.
  static func list(
    from old: any BaselineState,
    to new: any BaselineState
  ) throws -> [BaselineChange] {
    var changes: [BaselineChange] = []
    var seen: Set<String> = []
    try old.forEachPath { path in
      seen.insert(path)
      let change = try BaselineChange(
        path: path, old: old.baseline(at: path), new: new.baseline(at: path))
      if let change { changes.append(change) }
    }
    try new.forEachPath { path in
      guard !seen.contains(path) else { return }
      if let change = BaselineChange(path: path, old: nil, new: try new.baseline(at: path)) {
        changes.append(change)
      }
    }
    return ranked(changes)
  }
}
