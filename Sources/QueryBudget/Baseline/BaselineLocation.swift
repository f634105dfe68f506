import Foundation

/// Where the baseline of a test lies: `Baselines/<test target>/<suite>/<test>.json`.
public struct BaselineLocation: Sendable, Hashable {
  /// The folder of all baselines.
  public let root: String

  /// The file below that folder.
  public let relativePath: String

  /// Finds the place from the test's own source file.
  ///
  /// The folder `Baselines` lies beside the nearest `Package.swift` above the file, or where the
  /// environment's `QUERY_BUDGET_BASELINES` says. The suite is the name of the source file. `part`
  /// tells several measurements of one test apart.
  ///
  /// Throws a ``BaselineError`` when no folder of the file holds a `Package.swift`.
  public init(
    filePath: String,
    fileID: String,
    function: String,
    part: String? = nil,
    environment: [String: String] = [:]
  ) throws {
    let file = URL(fileURLWithPath: filePath)
    let target = fileID.split(separator: "/").first.map(String.init) ?? "Tests"
    let suite = file.deletingPathExtension().lastPathComponent
    let test = function.split(separator: "(").first.map(String.init) ?? function
    let name = part.map { "\(test)-\($0)" } ?? test
    relativePath = [target, suite, name].map(Self.safe).joined(separator: "/") + ".json"
    if let folder = environment["QUERY_BUDGET_BASELINES"], !folder.isEmpty {
      root = folder
    } else {
      root = try Self.package(of: file).appendingPathComponent("Baselines").path
    }
  }

  /// The file.
  public var file: BaselineFile { BaselineFile(path: root + "/" + relativePath) }

  /// The path as a person in the package's folder would write it.
  public var displayPath: String {
    (root as NSString).lastPathComponent + "/" + relativePath
  }

  private static func package(of file: URL) throws -> URL {
    var folder = file.deletingLastPathComponent()
    while folder.path != "/" {
      let manifest = folder.appendingPathComponent("Package.swift").path
      if FileManager.default.fileExists(atPath: manifest) { return folder }
      folder.deleteLastPathComponent()
    }
    throw BaselineError(
      path: file.path,
      problem: "no folder above this test holds a Package.swift; say where baselines lie by the "
        + "environment's QUERY_BUDGET_BASELINES.")
  }

  /// A file name that no file system refuses or mistakes for another. What had to be changed is
  /// told apart by a hash of the whole name.
  static func safe(_ name: String) -> String {
    let kept = name.map { character in
      character.isASCII && (character.isLetter || character.isNumber || "-_".contains(character))
        ? character : "-"
    }
    let short = String(kept.prefix(80))
    return short == name && !name.isEmpty ? name : "\(short)-\(hash(of: name))"
  }

  /// FNV-1a in 32 bits: the same on every machine, and short enough for a file name.
  private static func hash(of name: String) -> String {
    let hash = name.utf8.reduce(UInt32(2_166_136_261)) { ($0 ^ UInt32($1)) &* 16_777_619 }
    return String(hash, radix: 36)
  }
}
