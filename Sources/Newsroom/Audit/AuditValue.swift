/// A value as the audit log has it.
public enum AuditValue: Codable, Equatable, Sendable {
  /// No value.
  case null
  /// A whole number, a flag or an id.
  case integer(Int64)
  /// Any other number.
  case real(Double)
  /// A text or a date.
  case text(String)
  /// The values of a field with several, such as an article's tags.
  case list([String])

  /// Reads a value of any of these types.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let integer = try? container.decode(Int64.self) {
      self = .integer(integer)
    } else if let real = try? container.decode(Double.self) {
      self = .real(real)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try container.decode([String].self))
    }
  }

  /// Writes the bare value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .integer(let integer): try container.encode(integer)
    case .real(let real): try container.encode(real)
    case .text(let text): try container.encode(text)
    case .list(let values): try container.encode(values)
    }
  }
}
