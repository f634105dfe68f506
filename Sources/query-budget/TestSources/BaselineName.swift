import Foundation

/// The names that files of baselines have, compared with those in the source.
enum BaselineName {
  /// How a component of the path is written: as it is or made safe, and, where another name differs
  /// only in case, with its hash.
  static func forms(of name: String, in text: Substring) -> [String] {
    text.contains("~") ? [safe(name), hashed(name)] : [safe(name)]
  }

  static func forms(ofPart part: String, in text: Substring) -> [String] {
    text.contains("~") ? [safe(part, allowing: "-"), hashed(part)] : [safe(part, allowing: "-")]
  }

  /// The name of the test in what `#function` says.
  static func test(ofFunction function: String) -> String {
    guard function.last == ")", let open = function.lastIndex(of: "(") else { return function }
    return String(function[..<open])
  }

  // stand-in
  static func safe(_ name: String, allowing more: String = "") -> String {
    let isPlain =
      !name.isEmpty && name.utf8.count <= 80
      && name.allSatisfy {
        $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || more.contains($0))
      }
    return isPlain ? name : hashed(name)
  }
  static func hashed(_ name: String) -> String {
    let kept = name.map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") ? $0 : "-" }
    let hash = name.utf8.reduce(UInt64(0xcbf2_9ce4_8422_2325)) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01b3
    }
    return String(kept.prefix(80)) + "~" + String(hash, radix: 36)
  }
}
