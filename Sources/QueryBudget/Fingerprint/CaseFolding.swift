/// Text without regard to the case of ASCII letters, which is how SQLite compares names.
package enum CaseFolding {
  /// Two odd numbers with as many ones as zeros and no pattern.
  private static let seeds: (UInt64, UInt64) = (0xA076_1D64_78BD_642F, 0xE703_7ED1_A0B4_28DB)

  /// A hash of 64 bits that depends on the text alone: not on the machine, nor on the process, nor
  /// on the case of ASCII letters.
  ///
  /// Sixteen bytes a step are multiplied to 128 bits, whose halves are mixed. Behind the end of the
  /// text there must be sixteen zero bytes, since the last step may be longer than what is left.
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> (hash: UInt64, isASCII: Bool) {
    guard let start = text.baseAddress else { return (0, true) }
    let count = text.count
    var state = mixed(UInt64(count) ^ seeds.0, seeds.1)
    var all: UInt64 = 0
    var done = 0
    while done < count {
      let one = Octet(at: start + done)
      let other = Octet(at: start + done + 8)
      all |= one.bits | other.bits
      state = mixed(one.uppercased ^ state, other.uppercased ^ seeds.1)
      done &+= 16
    }
    return (mixed(state, seeds.0), all & Octet.all(0x80) == 0)
  }

  /// The same hash of a text that lies anywhere.
  static func hash(_ text: String) -> UInt64 {
    let padded = Array(text.utf8) + [UInt8](repeating: 0, count: 16)
    return padded.withUnsafeBufferPointer { bytes in
      hash(UnsafeBufferPointer(rebasing: bytes.dropLast(16))).hash
    }
  }

  /// The two halves of the product and both factors, so that a factor of zero doesn't wipe out the
  /// other.
  @inline(__always)
  private static func mixed(_ one: UInt64, _ other: UInt64) -> UInt64 {
    let product = one.multipliedFullWidth(by: other)
    return product.high ^ product.low ^ one ^ other
  }

  package static func areEqual(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8) { folded($0) == folded($1) }
  }

  static func precedes(_ one: String, _ other: String) -> Bool {
    one.utf8.lexicographicallyPrecedes(other.utf8) { folded($0) < folded($1) }
  }

  /// The text with its ASCII letters in upper case, to look things up by.
  package static func folded(_ text: String) -> String {
    String(decoding: text.utf8.map(folded), as: UTF8.self)
  }

  /// The upper-case letter for an ASCII letter, every other byte as it is.
  static func folded(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") ? byte & 0xDF : byte
  }
}
