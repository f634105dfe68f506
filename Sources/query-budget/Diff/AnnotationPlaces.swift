import Foundation
import QueryBudget

/// Where annotations belong, as paths from the top of the repository.
final class AnnotationPlaces {
  private let results: ResultState?

  private let package: String

  /// What leads to the package from the top of the repository.
  private let prefix: String
  private let baselines: String?
  private var sources: TestSources?

  /// Looks for tests in the package of a folder of baselines, or of the working folder.
  init(of folder: BaselineFolder?, results: ResultState?) {
    self.results = results
    let working = FileManager.default.currentDirectoryPath
    baselines = folder?.path
    let found = [folder?.path, working].lazy.compactMap { $0 }.compactMap { start in
      BaselineFolder.nearest(to: start, environment: [:])
    }.first
    package = found.map { ($0.path as NSString).deletingLastPathComponent } ?? working
    prefix = (try? Git(around: package))?.path ?? ""
  }

  /// The assertion, or its test, or else the baseline.
  func place(of change: BaselineChange) -> (file: String, line: Int)? {
    if let test = try? results?.result(at: change.path)?.test {
      return (prefix + test.file, test.line)
    }
    var sources = self.sources ?? TestSources(root: package, baselines: baselines)
    // Of a file that was named by itself, the end of its path.
    let path = change.path.split(separator: "/").suffix(3).joined(separator: "/")
    let place = sources.place(of: path)
    self.sources = sources
    switch place {
    case .found(let file, let line), .partIsGone(let file, let line): return (prefix + file, line)
    case .testIsGone, .fileIsGone, .untold:
      return baselines.flatMap { file($0 + "/" + change.path) }.map { ($0, 1) }
    }
  }

  /// A broken baseline.
  func file(of problem: BaselineError) -> String? { file(problem.path) }

  /// A file that is in the working tree.
  private func file(_ path: String) -> String? {
    let url = URL(fileURLWithPath: path)
    guard FileIdentity(of: url.path)?.isFile == true,
      let folder = try? Git(around: url.deletingLastPathComponent().path).path
    else { return nil }
    return folder + url.lastPathComponent
  }
}
