import Foundation
import QueryBudgetSQLite

/// Writes an `Encodable` value as that of one column: as it is where SQLite can store it, else as
/// JSON.
enum ColumnEncoder {
  /// Throws an `EncodingError` for a number beyond 64 bits with sign, and for what is no JSON.
  static func value(of value: some Encodable, at path: [any CodingKey]) throws -> SQLiteValue {
    if let stored = try stored(value, at: path) { return stored }
    let single = SingleValueEncoder(path: path)
    try value.encode(to: single)
    if let stored = single.storage.value, !single.storage.isNested { return stored }
    return .text(try json(value))
  }

  /// The value of a type that SQLite can store; nil of any other.
  fileprivate static func stored(_ value: Any, at path: [any CodingKey]) throws -> SQLiteValue? {
    switch value {
    case let value as any SQLiteBindable: return value.sqliteValue
    case let value as any BinaryInteger:
      if let integer = Int64(exactly: value) { return .integer(integer) }
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: path,
          debugDescription: "\(value) is beyond SQLite's integers: store it as text"))
    case let value as any BinaryFloatingPoint: return .real(Double(value))
    default: return nil
    }
  }

  private static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .millisecondsSince1970
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

/// Takes what a type writes as a single value, such as an enumeration its raw value.
private struct SingleValueEncoder: Encoder, SingleValueEncodingContainer {
  final class Storage {
    var value: SQLiteValue?
    var isNested = false
  }

  let path: [any CodingKey]
  let storage = Storage()
  var codingPath: [any CodingKey] { path }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    storage.isNested = true
    return KeyedEncodingContainer(DiscardingContainer<Key>())
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    storage.isNested = true
    return DiscardingContainer<AnyKey>()
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func encodeNil() { storage.value = .null }

  func encode<Value: Encodable>(_ value: Value) throws {
    storage.value = try ColumnEncoder.value(of: value, at: path)
  }
}
