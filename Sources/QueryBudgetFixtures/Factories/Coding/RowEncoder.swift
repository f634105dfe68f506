import QueryBudgetSQLite

/// Writes an `Encodable` value as the columns of a row, by its coding keys.
struct RowEncoder {
  /// The value of each column; that of a property that is nil is NULL.
  ///
  /// Throws an `EncodingError` for a value without keys, or one that no column can hold.
  func columns(of value: some Encodable) throws -> [String: SQLiteValue] {
    let storage = RowStorage()
    try value.encode(to: KeyedEncoder(storage: storage))
    guard !storage.isRefused else {
      throw EncodingError.invalidValue(
        value,
        EncodingError.Context(
          codingPath: [],
          debugDescription: "\(type(of: value)) is no row, since it has no coding keys of its own: "
            + "give a type with a property for each column"))
    }
    return storage.columns
  }
}

/// What the encoders of one row write into.
private final class RowStorage {
  var columns: [String: SQLiteValue] = [:]

  /// Whether something was encoded that has no place in a row.
  var isRefused = false
}

private struct KeyedEncoder: Encoder {
  let storage: RowStorage
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RowContainer<Key>(storage: storage))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    storage.isRefused = true
    return DiscardingContainer<AnyKey>()
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    storage.isRefused = true
    return DiscardingContainer<AnyKey>()
  }
}

private struct RowContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let storage: RowStorage
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) { storage.columns[key.stringValue] = .null }

  func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws {
    storage.columns[key.stringValue] = try ColumnEncoder.value(of: value, at: [key])
  }

  // The synthesized code of an optional property calls this, and would leave the column out.
  func encodeIfPresent<Value: Encodable>(_ value: Value?, forKey key: Key) throws {
    if let value { try encode(value, forKey: key) } else { encodeNil(forKey: key) }
  }

  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try optional(value, key) }

  private func optional(_ value: (some Encodable)?, _ key: Key) throws {
    storage.columns[key.stringValue] =
      try value.map { try ColumnEncoder.value(of: $0, at: [key]) } ?? .null
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type,
    forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    storage.isRefused = true
    return KeyedEncodingContainer(DiscardingContainer<NestedKey>())
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    storage.isRefused = true
    return DiscardingContainer<AnyKey>()
  }

  // A class writes what it inherits through these: columns of the same row.
  func superEncoder() -> any Encoder { KeyedEncoder(storage: storage) }
  func superEncoder(forKey key: Key) -> any Encoder { KeyedEncoder(storage: storage) }
}
