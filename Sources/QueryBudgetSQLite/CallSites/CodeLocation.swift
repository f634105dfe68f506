import CStatementTrace
import Foundation

/// One function that an address lies in; several where one is inlined into the other.
struct SourceFrame: Sendable, Hashable {
  /// The mangled name.
  let symbol: String
  /// The source file with its whole path; empty when it is not known.
  let path: String
  /// The line, 0 when the compiler made it up.
  let line: Int
}

/// Where an address of this process comes from.
struct CodeLocation: Sendable, Hashable {
  /// The path of the executable or library.
  let image: String
  /// The address as the file of the image counts.
  let offset: UInt
  /// The mangled name of the function, where the image exports it.
  let symbol: String?

  /// Looks up the call before a return address; nil for an address in no image.
  init?(returnAddress: UInt) {
    var code = qb_code()
    // A return address is that of the next instruction, which may belong to the next line, or to
    // the next function.
    guard returnAddress > 0, qb_code_at(returnAddress - 1, &code), let path = code.image else {
      return nil
    }
    image = path.pointee == 0 ? Self.program : String(cString: path)
    offset = UInt(code.offset)
    symbol = code.symbol.map { String(cString: $0) }
  }

  /// The path of the running program; the loader knows it by no name.
  private static let program =
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
    ?? CommandLine.arguments.first ?? ""
}
