import CStatementTrace
import Foundation

/// What the mangled name of a Swift function says.
///
/// <https://github.com/swiftlang/swift/blob/main/docs/ABI/Mangling.rst>
enum SwiftSymbol {
  /// Whether it is Swift's at all.
  static func isSwift(_ mangled: String) -> Bool {
    ["$s", "$S", "_$s", "_$S", "$e"].contains(where: mangled.hasPrefix)
  }

  /// The symbol as people write it, with modules and types.
  static func demangled(_ mangled: String) -> String? {
    guard isSwift(mangled), let text = qb_demangle(mangled, mangled.utf8.count) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  /// The module that a function was written in, as far as the beginning of its name says it: a
  /// member that extends another module's type begins with that one.
  static func module(of mangled: String) -> String? {
    guard isSwift(mangled) else { return nil }
    let name = mangled.drop(while: { $0 == "_" }).dropFirst(2)
    let digits = name.prefix(while: \.isNumber)
    guard let length = Int(digits), length > 0 else { return nil }
    return String(name.dropFirst(digits.count).prefix(length))
  }
}
