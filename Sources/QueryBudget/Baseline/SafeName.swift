/// A name for a file or a folder that no file system refuses or takes for another one.
///
/// Plain names stay as they are. Of any other, what is plain is kept, and a hash of the whole name
/// tells it apart: `list-all~2x4kq0v7c1m`. No plain name holds a `~`, so the two never meet.
package struct SafeName: Sendable, Hashable {
  /// The name while nothing differs from it only in case.
  package let plain: String

  /// The name beside one that differs from `plain` only in case.
  package let hashed: String

  /// The name of a folder or of a test.
  package init(_ name: String) {
    self.init(stem: Self.safe(name, alsoKeeping: []))
  }

  /// The name of a test, or of a part of one, with what follows it.
  package init(test: String, part: String?, suffix: String) {
    let name = Self.safe(test, alsoKeeping: [])
    // Only a part holds a `-` of its own, so a test and a part are told apart at the first one.
    let stem = part.map { name + "-" + Self.safe($0, alsoKeeping: ["-"]) } ?? name
    self.init(stem: stem, suffix: suffix)
  }

  private init(stem: String, suffix: String = "") {
    plain = stem + suffix
    // Hashed with what no name holds, so that it isn't the name of an unsafe one.
    hashed = "\(stem)~\(Self.hash(of: stem + "\0case"))" + suffix
  }

  /// The name to use among those that are there.
  func settled(among names: [String]) -> String {
    if names.contains(plain) { return plain }
    if names.contains(hashed) { return hashed }
    let folded = plain.lowercased()
    return names.contains { $0.lowercased() == folded } ? hashed : plain
  }

  private static func safe(_ name: String, alsoKeeping others: Set<Character>) -> String {
    func isSafe(_ character: Character) -> Bool {
      isPlain(character) || others.contains(character)
    }
    let kept = name.map { isSafe($0) ? $0 : "-" }
    // A leading dash would be an option of whatever command is given the file.
    let short = String(kept.drop { $0 == "-" }.prefix(80))
    if short == name, !name.isEmpty, name.allSatisfy(isSafe), !isReserved(name) { return name }
    return "\(short.isEmpty ? "_" : short)~\(hash(of: name))"
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || character == "_")
  }

  /// Whether Windows takes a file of this name, whatever follows its dot, for a device.
  private static func isReserved(_ name: String) -> Bool {
    let name = name.lowercased()
    if ["con", "prn", "aux", "nul"].contains(name) { return true }
    return name.count == 4 && ["com", "lpt"].contains(name.prefix(3)) && name.last?.isNumber == true
  }

  /// FNV-1a in 64 bits: the same on every machine, and short enough for a file name.
  private static func hash(of name: String) -> String {
    let hash = name.utf8.reduce(UInt64(14_695_981_039_346_656_037)) {
      ($0 ^ UInt64($1)) &* 1_099_511_628_211
    }
    return String(hash, radix: 36)
  }
}
