import CStatementTrace
import Foundation

/// The toolchain whose runtime this process uses.
enum Toolchain {
  /// The folder that holds its `bin` and `lib`; nil when it can't be told.
  static let root: String? = {
    // libswiftCore lies in …/lib/swift/linux, unless it is linked into the program.
    guard let core = CodeLocation(returnAddress: UInt(qb_swift_runtime()) + 1),
      let end = core.image.range(of: "/lib/swift/", options: .backwards)
    else { return nil }
    return String(core.image[..<end.lowerBound])
  }()

  /// The path of one of its tools, or of one by this name that is in the PATH.
  static func tool(_ name: String) -> String? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let folders = (root.map { ["\($0)/bin"] } ?? []) + path.split(separator: ":").map(String.init)
    return folders.lazy.map { "\($0)/\(name)" }.first(
      where: FileManager.default.isExecutableFile)
  }
}
