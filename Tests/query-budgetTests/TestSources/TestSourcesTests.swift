import Foundation
import QueryBudget
import Testing

@testable import query_budget

/// Which file of a package a baseline's test is in.
@Suite struct TestSourcesTests {
  private let package: SamplePackage

  init() throws {
    package = try SamplePackage()
  }

  private func place(_ path: String = "AppTests/ArticleTests/listOfArticles.json") -> TestPlace {
    var sources = TestSources(root: package.root.path)
    return sources.place(of: path)
  }

  @Test("Found in the folder of its target")
  func found() throws {
    #expect(place() == .found(file: "Tests/AppTests/ArticleTests.swift", line: 4))
  }

  @Test("Found deeper in the folder of its target, and in the file that has it")
  func deeper() throws {
    try package.remove("Tests/AppTests/ArticleTests.swift")
    try package.writeTests(["other"], to: "Tests/AppTests/A/ArticleTests.swift")
    try package.writeTests(["b", "listOfArticles"], to: "Tests/AppTests/B/ArticleTests.swift")
    #expect(place() == .found(file: "Tests/AppTests/B/ArticleTests.swift", line: 5))
  }

  @Test("A test that moved to another target, file or name is gone")
  func gone() throws {
    try package.writeTests(["another"])
    #expect(place() == .testIsGone(file: "Tests/AppTests/ArticleTests.swift"))
    try package.remove("Tests/AppTests/ArticleTests.swift")
    try package.writeTests(["listOfArticles"], to: "Tests/AppTests/BookTests.swift")
    #expect(place() == .fileIsGone)
    try package.writeTests(["listOfArticles"], to: "Tests/OtherTests/ArticleTests.swift")
    #expect(place() == .fileIsGone)
  }

  @Test("A helper that measures in the name of a file of another module")
  func foreignFile() throws {
    let path = "Support/ArticleTests/listOfArticles.json"
    let helper = "func helper(_ f: StaticString) { assertQueryBaseline(\"A\", filePath: f) }"
    try package.write(helper, to: "Tests/Support/Helper.swift")
    #expect(place(path) == .found(file: "Tests/AppTests/ArticleTests.swift", line: 4))
    #expect(
      place("Support/ArticleTests/another.json")
        == .testIsGone(file: "Tests/AppTests/ArticleTests.swift"))
    let whole = helper.replacingOccurrences(of: "filePath", with: "fileID: i, filePath")
    try package.write(whole, to: "Tests/Support/Helper.swift")
    #expect(place(path) == .fileIsGone)
  }

  @Test("A target without a folder of its name may be anywhere")
  func unknownTarget() throws {
    #expect(
      place("Elsewhere/ArticleTests/listOfArticles.json")
        == .found(file: "Tests/AppTests/ArticleTests.swift", line: 4))
    #expect(place("Elsewhere/BookTests/listOfArticles.json") == .fileIsGone)
  }

  @Test("A target is where its manifest says")
  func declaredTarget() throws {
    try package.write(
      """
      let package = Package(
        name: "App",
        targets: [
          .target(name: "App", path: "Code"),
          .testTarget(name: "Declared-Tests", dependencies: ["App"], path: "./Checks/Unit"),
          .testTarget(name: "Computed", path: folder + "/Tests"),
        ]
      )
      """, to: "Package.swift")
    try package.writeTests(["listOfArticles"], to: "Checks/Unit/ArticleTests.swift")
    try package.writeTests(["listOfArticles"], to: "Declared-Tests/Readme.swift")
    #expect(
      place("Declared_Tests/ArticleTests/listOfArticles.json")
        == .found(file: "Checks/Unit/ArticleTests.swift", line: 4))
    try package.remove("Checks/Unit/ArticleTests.swift")
    #expect(place("Declared_Tests/ArticleTests/listOfArticles.json") == .fileIsGone)
    #expect(
      place("Computed/ArticleTests/listOfArticles.json")
        == .found(file: "Tests/AppTests/ArticleTests.swift", line: 4))
  }

  @Test("A module is called as its folder, with _ for what no identifier has")
  func moduleName() throws {
    try package.writeTests(["listOfArticles"], to: "Tests/my-app.Tests/BookTests.swift")
    try package.writeTests(["listOfArticles"], to: "Tests/Other/BookTests.swift")
    #expect(
      place("my_app_Tests/BookTests/listOfArticles.json")
        == .found(file: "Tests/my-app.Tests/BookTests.swift", line: 4))
  }

  @Test("A file with a name that was made safe")
  func safeFile() throws {
    let suite = SafeName("Articles+Lists").plain
    try package.writeTests(["list"], to: "Tests/AppTests/Articles+Lists.swift")
    #expect(
      place("AppTests/\(suite)/list.json")
        == .found(file: "Tests/AppTests/Articles+Lists.swift", line: 4))
    #expect(
      place("AppTests/\(SafeName("ArticleTests").hashed)/listOfArticles.json")
        == .found(file: "Tests/AppTests/ArticleTests.swift", line: 4))
  }

  @Test("Hidden folders are not looked at, linked ones are, and circles end")
  func folders() throws {
    try package.remove("Tests")
    try package.writeTests(["listOfArticles"], to: ".build/Tests/AppTests/ArticleTests.swift")
    #expect(place() == .fileIsGone)
    try package.writeTests(["listOfArticles"], to: ".shared/ArticleTests.swift")
    let manager = FileManager.default
    try manager.createDirectory(
      atPath: package.path("Tests"), withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: package.path("Tests/Circle"), withDestinationPath: "..")
    try manager.createSymbolicLink(
      atPath: package.path("Tests/AppTests"), withDestinationPath: "../.shared")
    #expect(place() == .found(file: "Tests/AppTests/ArticleTests.swift", line: 4))
    let files = SwiftFiles(root: package.root.path, skipping: nil)
    #expect(files.paths["ArticleTests"] == ["Tests/AppTests/ArticleTests.swift"])
  }

  @Test("A file that can't be read may have the test")
  func unreadable() throws {
    try package.remove("Tests/AppTests/ArticleTests.swift")
    try FileManager.default.createSymbolicLink(
      atPath: package.path("Tests/AppTests/ArticleTests.swift"), withDestinationPath: "/dev/full")
    #expect(place() == .fileIsGone)
    try package.remove("Tests/AppTests/ArticleTests.swift")
    try FileManager.default.createSymbolicLink(
      atPath: package.path("Tests/AppTests/ArticleTests.swift"), withDestinationPath: "nowhere")
    #expect(place() == .untold)
  }

  @Test(
    "What is no path of a baseline may be anything",
    arguments: ["a.json", "a/b.json", "a/b/c/d.json", "a/b/c.txt", ""])
  func noPath(path: String) {
    #expect(place(path) == .untold)
  }
}
