/// Eight bytes looked at in one step, the first in the lowest bits.
///
/// Most words of SQL are shorter than nine letters. To find where a word ends, or to compare it
/// with a keyword, all of its bytes are treated at once: this costs a dozen plain instructions,
/// where a loop over the letters would cost a mispredicted branch at the end of nearly every word.
struct Octet {
  var bits: UInt64

  @inline(__always)
  init(bits: UInt64) {
    self.bits = bits
  }

  /// The eight bytes at `pointer`, which need not be aligned.
  @inline(__always)
  init(at pointer: UnsafePointer<UInt8>) {
    bits = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
  }

  /// The same byte eight times.
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// Writes all eight bytes.
  @inline(__always)
  func store(at pointer: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: bits.littleEndian, as: UInt64.self)
  }

  /// The first `count` bytes, 1 to 8 of them, the rest zero.
  @inline(__always)
  func prefix(_ count: Int) -> Octet {
    let unused = UInt64(truncatingIfNeeded: 64 &- count &* 8)
    return Octet(bits: (bits &<< unused) &>> unused)
  }

  /// All bits of the bytes before the first one that is marked by its highest bit in `marks`.
  @inline(__always)
  static func before(_ marks: UInt64) -> UInt64 {
    // The bits below the lowest mark are seven more than wanted. Shifted with the sign, no mark at
    // all gives all bits.
    UInt64(bitPattern: Int64(bitPattern: (marks &- 1) & ~marks) &>> 7)
  }

  /// Clears the bit that tells `a` from `A`. Right for letters and `_`.
  @inline(__always)
  var withoutCase: UInt64 {
    bits & Octet.all(0xDF)
  }

  /// Upper case for ASCII letters, every other byte as it is.
  @inline(__always)
  var uppercased: UInt64 {
    let low = bits & Octet.all(0x7F)
    let fromA = low &+ Octet.all(0x80 - UInt8(ascii: "a"))
    let beyondZ = low &+ Octet.all(0x7F - UInt8(ascii: "z"))
    let letters = fromA & ~beyondZ & ~bits & Octet.all(0x80)
    return bits ^ (letters &>> 2)
  }

  /// The highest bit of each byte that is neither an ASCII letter nor `_`.
  @inline(__always)
  var noLetters: UInt64 {
    // Upper and lower case fall together, and `_` becomes 0x7F, as does the delete character.
    let folded = (bits & Octet.all(0x7F)) | Octet.all(0x20)
    let fromA = folded &+ Octet.all(0x80 - UInt8(ascii: "a"))
    let beyondZ = folded &+ Octet.all(0x7F - UInt8(ascii: "z"))
    let underscore = (folded &+ Octet.all(0x01)) & ~(bits &<< 2)
    return ~(((fromA & ~beyondZ) | underscore) & ~bits) & Octet.all(0x80)
  }

  /// How many of the first bytes are digits.
  @inline(__always)
  var digits: Int {
    let low = bits & Octet.all(0x7F)
    let from0 = low &+ Octet.all(0x80 - UInt8(ascii: "0"))
    let beyond9 = low &+ Octet.all(0x7F - UInt8(ascii: "9"))
    let others = (~from0 | beyond9 | bits) & Octet.all(0x80)
    return others.trailingZeroBitCount &>> 3
  }

  /// How many bytes come before the first `byte`, 8 if it isn't there.
  @inline(__always)
  func distance(to byte: UInt8) -> Int {
    let difference = bits ^ Octet.all(byte)
    let zeros = (difference &- Octet.all(0x01)) & ~difference & Octet.all(0x80)
    return zeros.trailingZeroBitCount &>> 3
  }
}
