import Foundation
import TestSupport

/// The tests of this target as they are written, and their baselines.
struct TestSources {
  /// The texts, by the file's name.
  private let texts: [String: String]
  private let baselines: URL

  init() throws {
    let folder = Checkout.folder.appending(path: "Tests/NewsroomTests")
    let files = try FileManager.default.subpathsOfDirectory(
      atPath: folder.path(percentEncoded: false))
    var texts: [String: String] = [:]
    for file in files where file.hasSuffix(".swift") {
      let url = folder.appending(path: file)
      texts[url.deletingPathExtension().lastPathComponent] = try String(
        contentsOf: url, encoding: .utf8)
    }
    self.texts = texts
    baselines = Checkout.folder.appending(path: "Baselines/NewsroomTests")
  }

  /// The text of a test such as `ArticleContractTests.newArticleIsAtomic`; nil when there is none.
  func body(of test: String) -> Substring? {
    let names = test.split(separator: ".", maxSplits: 1)
    guard names.count == 2, let text = texts[String(names[0])],
      let start = text.range(of: "func \(names[1])("),
      let end = text[start.upperBound...].range(of: "\n  }\n"),
      let declaration = text[..<start.lowerBound].components(separatedBy: "\n\n").last,
      declaration.contains("@Test")
    else { return nil }
    return text[start.lowerBound..<end.upperBound]
  }

  /// The tests of all files whose name ends so.
  func tests(inFilesNamed suffix: String) -> [String] {
    texts.filter { $0.key.hasSuffix(suffix) }.flatMap { suite, text in
      text.matches(of: /func (\w+)\(/).map { "\(suite).\($0.1)" }
    }
    .filter { body(of: $0) != nil }
  }

  /// Whether a baseline was recorded, of a path such as `EndpointBudgetTests/newArticle.json`.
  func hasBaseline(_ path: String) -> Bool {
    FileManager.default.fileExists(
      atPath: baselines.appending(path: path).path(percentEncoded: false))
  }
}
