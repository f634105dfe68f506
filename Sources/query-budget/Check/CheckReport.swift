import ArgumentParser
import Foundation

/// How findings are printed.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case json
  case github
}

/// Prints findings in the order of their paths, as they come.
final class CheckReport {
  private struct Listing: Encodable {
    let baselines: Int
    let findings: [Finding]
  }

  private let format: CheckFormat
  private let folder: ShownFolder
  private let folderInRepository: String?
  private var baselines = 0
  private var count = 0

  /// What the JSON is made of; empty for the other formats.
  private var kept: [Finding] = []

  /// Findings about files that aren't there, in the order of their paths.
  private var awaited: [Finding] = []

  init(_ format: CheckFormat, _ folder: ShownFolder) {
    self.format = format
    self.folder = folder
    folderInRepository =
      format == .github ? try? Git(around: folder.path).pathInRepository(folder.path) : nil
  }

  /// Keeps a finding until its place in the order comes.
  func await(_ finding: Finding) { awaited.append(finding) }

  func add(_ checked: BaselineCheck.Checked) {
    baselines += checked.baselines
    for finding in checked.findings {
      let end = awaited.firstIndex { !$0.stands(before: finding) } ?? awaited.count
      awaited.prefix(end).forEach(print)
      awaited.removeFirst(end)
      print(finding)
    }
  }

  /// Prints what is left, and answers how many findings there were.
  func finish() throws -> Int {
    awaited.forEach(print)
    switch format {
    case .json:
      Swift.print(
        try JSONOutput.text(Listing(baselines: baselines, findings: kept), pretty: true))
    case .text, .github: Swift.print(summary)
    }
    return count
  }

  private func print(_ finding: Finding) {
    count += 1
    switch format {
    case .json: kept.append(finding)
    case .text: Swift.print(finding.text)
    case .github:
      let annotation = GitHubAnnotation(
        level: .error, file: repositoryPath(finding), line: finding.line, title: "Baseline",
        message: finding.problem)
      Swift.print(annotation.text)
    }
  }

  /// GitHub wants the path from the top of the repository.
  private func repositoryPath(_ finding: Finding) -> String {
    guard let folderInRepository else { return finding.path }
    return folderInRepository + finding.path.dropFirst(folder.shown.count)
  }

  private var summary: String {
    let files = baselines == 1 ? "1 baseline" : "\(baselines) baselines"
    if count == 0 { return "\(files) in \(folder.shown), nothing to mend." }
    return "\(count) \(count == 1 ? "thing" : "things") to mend in \(files) of \(folder.shown)."
  }
}
