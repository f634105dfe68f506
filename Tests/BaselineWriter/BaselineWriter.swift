import Foundation
import QueryBudget

/// Writes baselines, and reads them, as a process of its own, for the tests that kill it, start many
/// of it at once or take its rights away.
///
/// - `BaselineWriter alternate FILE A B` writes what is in two other files in turn, without end, and
///   prints a line when the first is written.
/// - `BaselineWriter write FILE A` writes what is in another file.
/// - `BaselineWriter record FOLDER FUNCTION A` writes a baseline as that of a test, and prints where.
/// - `BaselineWriter read FILE` prints the name of a baseline.
///
/// An error is printed and ends the process with status 1. The environment says more:
/// `BASELINE_WRITER_USER` is the number of the user to become, and `BASELINE_WRITER_START` the time
/// at which to start, in seconds since 1970.
@main
enum BaselineWriter {
  static func main() {
    do {
      let environment = ProcessInfo.processInfo.environment
      if let user = environment["BASELINE_WRITER_USER"].flatMap(uid_t.init), setuid(user) != 0 {
        throw Unusable(words: ["BASELINE_WRITER_USER", "\(user)"])
      }
      let words = Array(CommandLine.arguments.dropFirst())
      let contents = try words.dropFirst(2).map { word in
        FileManager.default.fileExists(atPath: word) ? try Self.contents(of: word) : Data()
      }
      if let moment = environment["BASELINE_WRITER_START"].flatMap(Double.init) {
        Thread.sleep(until: Date(timeIntervalSince1970: moment))
      }
      try run(words, contents)
    } catch {
      print(error)
      exit(1)
    }
  }

  private static func run(_ words: [String], _ contents: [Data]) throws {
    switch (words.first, words.count) {
    case ("alternate", 4):
      let file = BaselineFile(path: words[1])
      try file.write(json: contents[0])
      print("written")
      fflush(nil)
      while true {
        for json in contents.reversed() { try file.write(json: json) }
      }
    case ("write", 3):
      try BaselineFile(path: words[1]).write(json: contents[0])
    case ("record", 4):
      let location = try BaselineLocation(
        filePath: "/Tests/AppTests/ArticleTests.swift", fileID: "AppTests/ArticleTests.swift",
        function: words[2], environment: ["QUERY_BUDGET_BASELINES": words[1]])
      let baseline = try Baseline(json: contents[1], path: words[3])
      print(try location.write(baseline).relativePath)
    case ("read", 2):
      print(try BaselineFile(path: words[1]).read()?.name ?? "nothing")
    default:
      throw Unusable(words: words)
    }
  }

  private static func contents(of path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: path))
  }

  struct Unusable: Error {
    let words: [String]
  }
}
