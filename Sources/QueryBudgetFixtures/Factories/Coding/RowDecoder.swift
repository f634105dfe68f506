import QueryBudget
import QueryBudgetSQLite

/// Reads a `Decodable` value from the columns of a row, by its coding keys.
struct RowDecoder {
  /// Throws a `DecodingError` when a column is missing or holds something else.
  func decode<Value: Decodable>(_ type: Value.Type, from row: Row) throws -> Value {
    try Value(from: KeyedDecoder(row: row))
  }
}

private struct KeyedDecoder: Decoder {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(RowValues<Key>(row: row))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { throw refusal }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { throw refusal }

  private var refusal: DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: [], debugDescription: "a row is read by its columns, with coding keys"))
  }
}

private struct RowValues<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let row: Row
  var codingPath: [any CodingKey] { [] }
  var allKeys: [Key] { row.columns.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { value(key) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try known(key) == .null }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try ColumnDecoder.decode(type, from: known(key), at: [key])
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type,
    forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    throw refusal(key)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    throw refusal(key)
  }

  // What a class inherits is in columns of the same row.
  func superDecoder() -> any Decoder { KeyedDecoder(row: row) }
  func superDecoder(forKey key: Key) -> any Decoder { KeyedDecoder(row: row) }

  private func value(_ key: Key) -> SQLiteValue? {
    if let value = row[key.stringValue] { return value }
    let place = row.columns.firstIndex { CaseFolding.areEqual($0, key.stringValue) }
    return place.map { row.values[$0] }
  }

  private func known(_ key: Key) throws -> SQLiteValue {
    if let value = value(key) { return value }
    throw DecodingError.keyNotFound(
      key,
      DecodingError.Context(
        codingPath: [],
        debugDescription: "there is no column \(key.stringValue)"
          + NearestName.hint(for: key.stringValue, among: row.columns)))
  }

  private func refusal(_ key: Key) -> DecodingError {
    .dataCorrupted(
      DecodingError.Context(
        codingPath: [key],
        debugDescription: "column \(key.stringValue) can't be read piece by piece: "
          + "decode a value of its own from it"))
  }
}
