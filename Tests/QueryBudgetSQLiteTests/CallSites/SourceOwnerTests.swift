import Testing

@testable import QueryBudgetSQLite

/// Whose line it is.
@Suite("The owner of a source")
struct SourceOwnerTests {
  private let owner = SourceOwner(
    package: "/home/me/query-budget", toolchain: "/usr",
    holdsWorkspaceState: { $0 == "/tmp/scratch" })

  private func isUsers(_ path: String, line: Int = 7, symbol: String = "$s4Shop1fyyF") -> Bool {
    owner.isUsers(SourceFrame(symbol: symbol, path: path, line: line))
  }

  @Test(
    "the user's",
    arguments: [
      "/home/me/shop/Sources/Shop/ArticleStore.swift",
      // Where the images of Docker have it, below the root of the toolchain.
      "/usr/src/app/Sources/App/routes.swift",
      "/home/me/query-budget/Sources/Newsroom/Articles/ArticleStore.swift",
      "/home/me/query-budget/Sources/query-budget/Demo/DemoCatalogue.swift",
      "/home/me/query-budget/Tests/QueryBudgetSQLiteTests/ValuesTests.swift",
      "/ci/checkouts/shop/Sources/Shop/ArticleStore.swift",
      "/home/me/checkouts/Sources/Shop/ArticleStore.swift",
    ])
  func users(path: String) {
    #expect(isUsers(path))
  }

  @Test(
    "not the user's",
    arguments: [
      "/home/me/shop/.build/checkouts/GRDB.swift/GRDB/Core/Statement.swift",
      "/home/me/Library/DerivedData/Shop/SourcePackages/checkouts/GRDB.swift/GRDB/Row.swift",
      "/tmp/scratch/checkouts/vapor/Sources/Vapor/Application.swift",
      "/home/me/query-budget/Sources/QueryBudgetSQLite/Database/RecordingDatabase+Run.swift",
      "/home/me/query-budget/Sources/QueryBudget/Recording/Recording.swift",
      "/home/me/query-budget/Sources/CStatementTrace/trace.c",
      "/usr/lib/swift/linux/Foundation.swift", "/home/build-user/swift/stdlib/Array.swift",
      "/Applications/Xcode.app/Contents/Developer/Platforms/Sequence.swift",
      "/tmp/swift-generated-sources/@__swiftmacro_4Shop.swift",
      "/home/me/shop/Sources/CShop/shop.c", "/<compiler-generated>", "<compiler-generated>", "",
    ])
  func others(path: String) {
    #expect(!isUsers(path))
  }

  @Test("not what the compiler made, which has no line")
  func noLine() {
    #expect(!isUsers("/home/me/shop/Sources/Shop/ArticleStore.swift", line: 0))
  }

  @Test("not a database library that lies beside the user's package")
  func libraries() {
    let path = "/home/me/beside/Statement.swift"
    #expect(!isUsers(path, symbol: "$s4GRDB9StatementC7executeyyKF"))
    #expect(!isUsers(path, symbol: "$s6SQLite9StatementC3runyyKF"))
    #expect(isUsers(path, symbol: "$s8GRDBShop5StoreV3runyyKF"))
  }

  @Test("the images of the system and of the toolchain")
  func images() {
    for image in [
      "/usr/lib/x86_64-linux-gnu/libsqlite3.so.0", "/lib/x86_64-linux-gnu/libc.so.6",
      "/usr/lib/swift/linux/libswiftCore.so", "linux-vdso.so.1", "/usr/lib/libsqlite3.dylib",
    ] {
      #expect(owner.isSystem(image: image))
    }
    #expect(!owner.isSystem(image: "/usr/src/app/.build/debug/AppPackageTests.xctest"))
    #expect(!owner.isSystem(image: "/home/me/shop/.build/debug/libShop.so"))
  }

  @Test("this package and this toolchain are found")
  func running() throws {
    let root = #filePath.split(separator: "/Tests/").first.map(String.init) ?? ""
    let frame = SourceFrame(
      symbol: "", path: root + "/Sources/QueryBudgetSQLite/Recorder/Locked.swift", line: 1)
    #expect(SourceOwner.running.isHarness(frame))
    #if os(Linux)
      let toolchain = try #require(Toolchain.root)
      #expect(toolchain.hasPrefix("/"))
      #expect(SourceOwner.running.isSystem(image: toolchain + "/lib/swift/linux/libswiftCore.so"))
    #endif
  }
}
