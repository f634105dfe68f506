/// The paths that baselines have below their folder.
enum BaselinePath {
  /// Whether a path may be one: `<test target>/<suite>/<test>.json`, of names that are written as
  /// they are or made safe by a hash.
  static func isOne(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[2].hasSuffix(".json") else { return false }
    return isName(parts[0]) && isName(parts[1])
      && isName(parts[2].dropLast(5), hasParts: true)
  }

  private static func isName(_ name: Substring, hasParts: Bool = false) -> Bool {
    let allowsDash = hasParts || name.contains("~")
    return !name.isEmpty && name.utf8.first != UInt8(ascii: "-") && name.utf8.count <= 255
      && name.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x7E: true
        case 0x2D: allowsDash
        default: false
        }
      }
  }
}
