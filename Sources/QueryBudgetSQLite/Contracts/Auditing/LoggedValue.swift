import Foundation

/// A value as an audit log holds it: a value of JSON, or one of SQLite's in a column of its own.
enum LoggedValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case text(String)
  case bytes([UInt8])
  case list([LoggedValue])
  case object([String: LoggedValue])

  init(_ value: SQLiteValue) {
    self =
      switch value {
      case .null: .null
      case .integer(let integer): .integer(integer)
      case .real(let real): .number(real)
      case .text(let text): .text(text)
      case .blob(let bytes): .bytes(bytes)
      }
  }

  /// The value of a JSON text; nil when it is none.
  init?(json: String) {
    guard let value = try? JSONDecoder().decode(LoggedValue.self, from: Data(json.utf8)) else {
      return nil
    }
    self = value
  }

  /// As a failure shows it.
  var shown: String {
    switch self {
    case .null: "null"
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .text(let text): SQLiteValue.text(text).literal
    case .bytes(let bytes): SQLiteValue.blob(bytes).literal
    case .list(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.shown)" }
        .joined(separator: ", ") + "}"
    }
  }

  var isNull: Bool { self == .null }

  var members: [String: LoggedValue]? {
    if case .object(let members) = self { members } else { nil }
  }
}

extension LoggedValue: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let object = try? decoder.container(keyedBy: Key.self) {
      self = .object(
        try Dictionary(
          object.allKeys.map { ($0.stringValue, try object.decode(LoggedValue.self, forKey: $0)) },
          uniquingKeysWith: { $1 }))
    } else if var list = try? decoder.unkeyedContainer() {
      var values: [LoggedValue] = []
      while !list.isAtEnd { values.append(try list.decode(LoggedValue.self)) }
      self = .list(values)
    } else {
      self = try Self.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ value: any SingleValueDecodingContainer) throws -> LoggedValue {
    if value.decodeNil() { return .null }
    if let bool = try? value.decode(Bool.self) { return .bool(bool) }
    if let integer = try? value.decode(Int64.self) { return .integer(integer) }
    if let number = try? value.decode(Double.self) { return .number(number) }
    return .text(try value.decode(String.self))
  }
}
