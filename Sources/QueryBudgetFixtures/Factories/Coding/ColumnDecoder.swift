import Foundation
import QueryBudgetSQLite

/// Reads a `Decodable` value from that of one column, as ``ColumnEncoder`` writes it.
enum ColumnDecoder {
  static func decode<Value: Decodable>(
    _ type: Value.Type,
    from stored: SQLiteValue,
    at path: [any CodingKey]
  ) throws -> Value {
    if let convertible = type as? any SQLiteConvertible.Type {
      if let value = convertible.init(stored) as? Value { return value }
      throw mismatch(type, stored, path)
    }
    if let number = type as? any Number.Type {
      if let value = number.number(stored) as? Value { return value }
      throw mismatch(type, stored, path)
    }
    let single = SingleValueDecoder(stored: stored, path: path)
    do {
      return try Value(from: single)
    } catch is NestedValue {
      return try json(type, from: stored, at: path)
    }
  }

  fileprivate static func mismatch<Value>(
    _ type: Value.Type, _ stored: SQLiteValue, _ path: [any CodingKey]
  ) -> DecodingError {
    .typeMismatch(
      type,
      DecodingError.Context(codingPath: path, debugDescription: "it holds \(stored), no \(type)"))
  }

  private static func json<Value: Decodable>(
    _ type: Value.Type, from stored: SQLiteValue, at path: [any CodingKey]
  ) throws -> Value {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .millisecondsSince1970
    switch stored {
    case .text(let text): return try decoder.decode(type, from: Data(text.utf8))
    case .blob(let bytes): return try decoder.decode(type, from: Data(bytes))
    default: throw mismatch(type, stored, path)
    }
  }
}

/// A type wants more than a single value.
private struct NestedValue: Error {}

private struct SingleValueDecoder: Decoder, SingleValueDecodingContainer {
  let stored: SQLiteValue
  let path: [any CodingKey]
  var codingPath: [any CodingKey] { path }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    throw NestedValue()
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw NestedValue() }
  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { stored == .null }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try ColumnDecoder.decode(type, from: stored, at: path)
  }
}

/// Numbers that the wrapper itself doesn't convert.
private protocol Number {
  static func number(_ stored: SQLiteValue) -> Self?
}

extension Number where Self: BinaryInteger {
  static func number(_ stored: SQLiteValue) -> Self? { Int64(stored).flatMap(Self.init(exactly:)) }
}

extension Int8: Number {}
extension Int16: Number {}
extension Int32: Number {}
extension UInt: Number {}
extension UInt8: Number {}
extension UInt16: Number {}
extension UInt32: Number {}
extension UInt64: Number {}
extension Float: Number {
  static func number(_ stored: SQLiteValue) -> Float? { Double(stored).map { Float($0) } }
}
