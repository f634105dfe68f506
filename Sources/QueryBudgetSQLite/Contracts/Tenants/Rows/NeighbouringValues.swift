import Foundation

/// Where the rows of another tenant stand among those of the tenant.
package enum NeighbourPlace: Sendable {
  /// Their keys are the next ones.
  case after
  /// Their keys are those before.
  case before
}

/// Values that are as close to others as they can be, and not taken.
package enum NeighbouringValues {
  /// A new value for each of `old`.
  ///
  /// Those of a key are neighbours in its order; others look like what they stand for.
  static func map(
    _ old: [SQLiteValue],
    taken: [SQLiteValue],
    _ place: NeighbourPlace,
    isKey: Bool
  ) -> [SQLiteValue: SQLiteValue] {
    var taken = Set(taken)
    var seen: Set<SQLiteValue> = []
    let old = old.filter { seen.insert($0).inserted }
    let integers = old.compactMap { Int64($0) }.sorted()
    let first = firstInteger(integers.count, taken: taken, place)
    return old.reduce(into: [:]) { map, value in
      switch value {
      case .null: return
      case .integer(let integer):
        let rank = integers.firstIndex(of: integer) ?? 0
        map[value] = .integer(first + Int64(rank))
      case .real(let real): map[value] = .real(free(real, taken) { $0 + 1 })
      case .text(let text):
        map[value] = .text(
          isKey || isUUID(text)
            ? free(text, taken) { neighbour(of: $0, place) } : variant(of: text, taken))
      case .blob(let bytes): map[value] = .blob(free(bytes, taken) { neighbour(of: $0, place) })
      }
      map[value].map { _ = taken.insert($0) }
    }
  }

  /// Own ones are 1…n, theirs are n + 1…, or those up to 0.
  private static func firstInteger(
    _ count: Int, taken: Set<SQLiteValue>, _ place: NeighbourPlace
  ) -> Int64 {
    let integers = taken.compactMap { Int64($0) }
    let (least, greatest) = (integers.min() ?? 1, integers.max() ?? 0)
    let hasRoomBehind = greatest < Int64.max - Int64(count) - 1
    let hasRoomBefore = least > Int64.min + Int64(count)
    return (place == .after && hasRoomBehind) || !hasRoomBefore
      ? greatest + 1 : least - Int64(count)
  }

  private static func free<Value: SQLiteConvertible>(
    _ value: Value, _ taken: Set<SQLiteValue>, _ next: (Value) -> Value
  ) -> Value {
    var value = next(value)
    while taken.contains(value.sqliteValue) { value = next(value) }
    return value
  }

  // MARK: Texts

  private static func isUUID(_ text: String) -> Bool { UUID(uuidString: text) != nil }

  /// `ada2@example.org`, `hello-2`, `hello-3`
  private static func variant(of text: String, _ taken: Set<SQLiteValue>) -> String {
    var number = 2
    while taken.contains(.text(variant(number, of: text))) { number += 1 }
    return variant(number, of: text)
  }

  /// A text that looks like another one, by a number from 2 on.
  package static func variant(_ number: Int, of text: String) -> String {
    guard let sign = text.firstIndex(of: "@") else { return "\(text)-\(number)" }
    return text[..<sign] + "\(number)" + text[sign...]
  }

  /// A text of the same length that sorts next to it: letters stay letters, and digits digits.
  private static func neighbour(of text: String, _ place: NeighbourPlace) -> String {
    var bytes = Array(text.utf8)
    let classes: [ClosedRange<UInt8>] =
      [UInt8(ascii: "0")...UInt8(ascii: "9")]
      + (isUUID(text)
        ? [UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "A")...UInt8(ascii: "F")]
        : [UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z")])
    for index in bytes.indices.reversed() {
      guard let range = classes.first(where: { $0.contains(bytes[index]) }) else { continue }
      let edge = place == .after ? range.upperBound : range.lowerBound
      guard bytes[index] == edge else {
        bytes[index] = place == .after ? bytes[index] + 1 : bytes[index] - 1
        return String(decoding: bytes, as: UTF8.self)
      }
      // The next place is carried to.
      bytes[index] = place == .after ? range.lowerBound : range.upperBound
    }
    return text + "0"
  }

  private static func neighbour(of bytes: [UInt8], _ place: NeighbourPlace) -> [UInt8] {
    var bytes = bytes
    for index in bytes.indices.reversed() {
      bytes[index] = place == .after ? bytes[index] &+ 1 : bytes[index] &- 1
      if bytes[index] != (place == .after ? 0 : 255) { return bytes }
    }
    return bytes + [0]
  }
}
