/// Numbers that depend on a seed and on names, the same on every machine.
struct SeriesSeed: Sendable, Hashable {
  /// What was asked for.
  let seed: UInt64

  /// The same for this column alone.
  let column: UInt64

  init(_ seed: UInt64, table: String, column: String) {
    self.seed = seed
    self.column = Self.mixed(Self.mixed(Self.spread(seed), table), column)
  }

  /// By how many steps series begin later; none for the seed 1, so that a row shows its number.
  var shift: Int64 { seed == 1 ? 0 : Int64(Self.spread(seed) % 900) + 1 }

  /// The same for numbers without an end: far enough for the rows of two seeds to differ.
  var numberShift: Int64 { shift * 1000 }

  /// By how much a list is rotated that begins with its first value for the seed 1.
  func rotation(of count: Int) -> Int { count < 2 ? 0 : Int((seed &- 1) % UInt64(count)) }

  /// A number below this one, another for each column.
  func number(below limit: Int) -> Int { limit < 2 ? 0 : Int(column >> 8 % UInt64(limit)) }

  /// A seed for one part of the column's values.
  func part(_ number: UInt64) -> UInt64 { Self.spread(column &+ number) }

  private static func mixed(_ state: UInt64, _ text: String) -> UInt64 {
    var state = state
    for byte in text.utf8 {
      // Names are the same whatever the case of their letters.
      let isLetter = byte & 0xDF >= UInt8(ascii: "A") && byte & 0xDF <= UInt8(ascii: "Z")
      state = (state ^ UInt64(isLetter ? byte | 0x20 : byte)) &* 0x8F36_C487_4E75_2DA9
      state ^= state >> 29
    }
    return spread(state)
  }

  private static func spread(_ number: UInt64) -> UInt64 {
    var state = number &* 0xA5BC_D791_6F1A_CDA1
    state ^= state >> 32
    state &*= 0xAB3F_753F_7A97_8803
    return state ^ state >> 31
  }
}

extension Array {
  /// Beginning with the element at this index, and with those before it at the end.
  func rotated(by count: Int) -> [Element] {
    isEmpty || count == 0
      ? self : Array(self[(count % self.count)...] + self[..<(count % self.count)])
  }
}
