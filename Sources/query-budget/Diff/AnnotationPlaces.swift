import Foundation
import QueryBudget

/// Where annotations belong, as paths from the top of the repository.
final class AnnotationPlaces {
  private let results: ResultState?

  /// The folder of the package, and what leads there from the top of the repository.
  private let package: String
  private let prefix: String
  private let top: String
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
    let package = found.map { ($0.path as NSString).deletingLastPathComponent } ?? working
    let whole = URL(fileURLWithPath: package).resolvingSymlinksInPath().path
    self.package = whole
    top = (try? Git(around: whole))?.top ?? whole
    prefix = whole.hasPrefix(top + "/") ? String(whole.dropFirst(top.count + 1)) + "/" : ""
  }

  /// The assertion, or its test.
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
    case .testIsGone, .fileIsGone, .untold: return nil
    }
  }

  /// A file that is in the working tree.
  func file(of problem: BaselineError) -> String? {
    let path = URL(fileURLWithPath: problem.path).resolvingSymlinksInPath().path
    guard path.hasPrefix(top + "/"), FileIdentity(of: path)?.isFile == true else { return nil }
    return String(path.dropFirst(top.count + 1))
  }
}
