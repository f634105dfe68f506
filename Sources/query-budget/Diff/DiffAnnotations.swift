import Foundation
import QueryBudget

/// A diff as annotations that GitHub shows at the lines of the tests.
struct DiffAnnotations {
  /// GitHub shows so many of each level, and nothing says that there were more.
  private static let most = 10

  let diff: Diff

  let places: AnnotationPlaces

  /// Each a line to print, worst first.
  var lines: [String] {
    levels.flatMap { level, annotations in
      annotations.count <= Self.most
        ? annotations.map { $0().text }
        : annotations.prefix(Self.most - 1).map { $0().text }
          + [more(annotations.count - Self.most + 1, level).text]
    }
  }

  /// Made only where they are printed, since each looks for its test.
  private typealias Making = () -> GitHubAnnotation

  private var levels: [(GitHubAnnotation.Level, [Making])] {
    var makings: [GitHubAnnotation.Level: [Making]] = [:]
    makings[.error] = diff.problems.map { problem in { annotation(problem) } }
    for change in diff.changes {
      makings[change.level, default: []].append { annotation(change) }
    }
    return [.error, .warning, .notice].map { ($0, makings[$0] ?? []) }
  }

  private func annotation(_ problem: BaselineError) -> GitHubAnnotation {
    let file = places.file(of: problem)
    return GitHubAnnotation(
      level: .error, file: file, line: problem.line, title: "A baseline can't be read",
      message: PrintableText.line(file == nil ? problem.description : problem.problem))
  }

  private func annotation(_ change: BaselineChange) -> GitHubAnnotation {
    let place = places.place(of: change)
    let lines = ["\(change.headline) \(change.name) (\(change.path))"] + change.lines
    return GitHubAnnotation(
      level: change.level, file: place?.file, line: place?.line,
      title: PrintableText.line("\(change.title): \(MarkdownText.cut(change.name, to: 100))"),
      message: lines.map { PrintableText.line(MarkdownText.cut($0, to: 1000)) }.prefix(40)
        .joined(separator: "\n"))
  }

  private func more(_ count: Int, _ level: GitHubAnnotation.Level) -> GitHubAnnotation {
    GitHubAnnotation(
      level: level,
      message: "\(count) more measurements are \(level.words): query-budget diff lists all of them."
    )
  }
}

extension GitHubAnnotation.Level {
  fileprivate var words: String {
    switch self {
    case .error: "worse or can't be read"
    case .warning: "new, gone or changed"
    case .notice: "better"
    }
  }
}

extension BaselineChange {
  /// What nobody has to do anything about is a notice; what a reviewer should look at, a warning.
  fileprivate var level: GitHubAnnotation.Level {
    switch category {
    case .worse: .error
    case .changed, .new, .gone: .warning
    case .better: .notice
    }
  }

  fileprivate var title: String {
    switch category {
    case .worse: "Worse"
    case .changed: "Changed"
    case .new: "New"
    case .gone: "Gone"
    case .better: "Better"
    }
  }
}
