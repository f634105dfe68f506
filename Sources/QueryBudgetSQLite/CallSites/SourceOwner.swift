import Foundation

/// Tells the user's sources from those of the toolchain, of packages and of this harness.
struct SourceOwner: Sendable {
  private let harness: [String]
  private let toolchain: [String]
  private let holdsWorkspaceState: @Sendable (String) -> Bool

  /// The sources that this process was built from.
  static let running = SourceOwner(
    package: packageRoot, toolchain: Toolchain.root,
    holdsWorkspaceState: {
      FileManager.default.fileExists(atPath: $0 + "/workspace-state.json")
    })

  /// `holdsWorkspaceState` says whether a folder is one that SwiftPM builds in.
  init(
    package: String,
    toolchain root: String?,
    holdsWorkspaceState: @escaping @Sendable (String) -> Bool
  ) {
    harness = ["QueryBudget", "CStatementTrace"].map { "\(package)/Sources/\($0)" }
    // Not the root itself: it may be /usr, and somebody's sources lie in /usr/src.
    let installed = root.map { ["\($0)/lib/", "\($0)/include/", "\($0)/share/"] } ?? []
    toolchain = installed + Self.systemFolders
    self.holdsWorkspaceState = holdsWorkspaceState
  }

  /// Whether a frame is a line that the user wrote in Swift.
  func isUsers(_ frame: SourceFrame) -> Bool {
    guard frame.line > 0, frame.path.hasPrefix("/"), frame.path.hasSuffix(".swift") else {
      return false
    }
    return !isGenerated(frame.path) && !isHarness(frame)
      && !toolchain.contains(where: frame.path.hasPrefix) && !isXcode(frame.path)
      && !isCheckout(frame.path) && !Self.isLibrary(frame.symbol)
  }

  /// Whether a whole executable or library is the system's or the toolchain's.
  func isSystem(image: String) -> Bool {
    toolchain.contains(where: image.hasPrefix) || isXcode(image)
      || ["/lib/", "/lib64/", "linux-vdso"].contains(where: image.hasPrefix)
  }

  /// Whether a frame is one of this harness.
  func isHarness(_ frame: SourceFrame) -> Bool { harness.contains(where: frame.path.hasPrefix) }

  /// Whether a function is, by its module, one of a database library: it may be a package beside the
  /// user's, and not a checkout.
  private static func isLibrary(_ symbol: String) -> Bool {
    SwiftSymbol.module(of: symbol).map(libraries.contains) ?? false
  }

  /// Whether a function may be the user's, where its name is all that is known.
  static func mayBeUsers(symbol: String?) -> Bool {
    guard let symbol, let module = SwiftSymbol.module(of: symbol) else { return false }
    return !libraries.contains(module) && !harnessModules.contains(module)
  }

  private static let systemFolders = [
    "/usr/lib/", "/usr/include/", "/System/", "/Library/Developer/",
    // Where swift.org builds what can be inlined into everybody's code.
    "/home/build-user/",
  ]

  private static let libraries: Set = ["GRDB", "SQLite"]

  private static let harnessModules: Set = [
    "QueryBudget", "QueryBudgetSQLite", "QueryBudgetGRDB", "QueryBudgetFixtures",
    "QueryBudgetTesting",
  ]

  /// What a macro became has a file of its own, and lines that nobody knows.
  private func isGenerated(_ path: String) -> Bool { path.contains("/@__swiftmacro_") }

  private func isXcode(_ path: String) -> Bool {
    path.contains(".app/Contents/Developer/") || path.contains(".xctoolchain/")
  }

  /// Whether the file belongs to a package that SwiftPM fetched: into `checkouts` in a folder that
  /// it builds in, which has a name of its own with `--scratch-path`.
  private func isCheckout(_ path: String) -> Bool {
    var rest = path[...]
    while let checkouts = rest.range(of: "/checkouts/", options: .backwards) {
      rest = rest[..<checkouts.lowerBound]
      let folder = rest.split(separator: "/").last ?? ""
      if folder == ".build" || folder == "SourcePackages" || holdsWorkspaceState(String(rest)) {
        return true
      }
    }
    return false
  }

  /// The package of this file: …/Sources/QueryBudgetSQLite/CallSites/SourceOwner.swift.
  private static let packageRoot =
    "/" + #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
}
