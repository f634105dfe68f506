import QueryBudget
import QueryBudgetSQLite

/// Looks at the files of a folder of baselines one by one.
struct BaselineCheck: Sendable {
  /// What came of some files.
  struct Checked: Sendable {
    var baselines = 0
    var findings: [Finding] = []
  }

  let folder: ShownFolder
  let results: ResultState?
  let base: Locked<GitRevision>?

  /// Checks some files of one folder, the lines of each in their order.
  func check(_ slice: FolderWalk.Slice, _ sources: inout TestSources) throws -> Checked {
    var checked = Checked()
    for entry in slice.entries {
      let path = slice.path(of: entry)
      var findings = twins(entry, slice)
      if entry.name.hasPrefix(".") {
        findings += hidden(entry, path)
      } else if entry.kind == .file, entry.name.hasSuffix(".json") {
        checked.baselines += 1
        findings += try baseline(path, depth: slice.depth, &sources)
      } else if entry.kind != .folder || entry.name.hasSuffix(".json") {
        findings.append(stray(entry, path))
      }
      checked.findings += findings.sorted { $0.line < $1.line }
    }
    return checked
  }

  /// The finding for a baseline that a run measured and nobody recorded.
  func missing(_ path: String) -> Finding {
    finding(
      .missing, path,
      "there is no such file, and the run measured it: record it with "
        + "\(RecordingCommand.text("failed", for: path)), and commit it.")
  }

  func finding(_ rule: Finding.Rule, _ path: String, line: Int = 1, _ problem: String) -> Finding {
    Finding(line: line, path: folder.shown(path), problem: problem, rule: rule)
  }

  // MARK: Everything that lies there

  private func twins(_ entry: FolderListing.Entry, _ slice: FolderWalk.Slice) -> [Finding] {
    guard let twin = slice.twins[entry.name] else { return [] }
    return [
      finding(
        .case, slice.path(of: entry),
        "its name differs only in case from that of \(twin), so that one would replace the other "
          + "on macOS and on Windows: remove both and run their tests, which gives them names "
          + "that differ.")
    ]
  }

  private func hidden(_ entry: FolderListing.Entry, _ path: String) -> [Finding] {
    guard TemporaryFile.isName(entry.name), entry.kind == .file else { return [] }
    return [
      finding(
        .leftover, path,
        "a writer that was killed left this behind: remove it with query-budget prune --delete.")
    ]
  }

  private func stray(_ entry: FolderListing.Entry, _ path: String) -> Finding {
    switch entry.kind {
    case .link:
      finding(.stray, path, "this is a link, and a baseline is a file: put the file in its place.")
    case .folder:
      finding(.stray, path, "a folder stands where a baseline should be: move it away.")
    case .file, .other:
      finding(.stray, path, "this is no baseline: move it to another folder.")
    }
  }

  // MARK: Baselines

  private func baseline(
    _ path: String,
    depth: Int,
    _ sources: inout TestSources
  ) throws -> [Finding] {
    guard depth == 2, BaselinePath.isOne(path) else {
      return [
        finding(
          .misplaced, path,
          "no test looks for its baseline here: remove it; tests record theirs as "
            + "<test target>/<suite>/<test>.json.")
      ]
    }
    return [test(path, &sources)].compactMap { $0 } + (try contents(path))
  }

  private func test(_ path: String, _ sources: inout TestSources) -> Finding? {
    sources.place(of: path).reason(for: path).map { reason in
      finding(
        .untested, path,
        "\(reason): remove the baseline with query-budget prune --delete, or bring its test back.")
    }
  }
}
