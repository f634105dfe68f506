/// A value as SQLite stores it.
///
/// <https://www.sqlite.org/datatype3.html>
public enum SQLiteValue: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int64)
  /// A floating-point number.
  case real(Double)
  /// A text.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

extension SQLiteValue: ExpressibleByNilLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  /// NULL.
  public init(nilLiteral: ()) { self = .null }
  /// An integer.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// A real.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// 1 or 0: SQLite has no booleans.
  public init(booleanLiteral value: Bool) { self = .integer(value ? 1 : 0) }
}

/// A type that can be bound to a parameter.
public protocol SQLiteBindable {
  /// The value to store.
  var sqliteValue: SQLiteValue { get }
}

/// A type that can be bound to a parameter and read from a column.
public protocol SQLiteConvertible: SQLiteBindable {
  /// Reads it from a stored value; nil when the value is of another type.
  init?(_ value: SQLiteValue)
}

extension SQLiteValue: SQLiteConvertible {
  /// The value as it is.
  public init?(_ value: SQLiteValue) { self = value }
  /// The value as it is.
  public var sqliteValue: SQLiteValue { self }
}

extension Int: SQLiteConvertible {
  /// An integer that fits.
  public init?(_ value: SQLiteValue) {
    guard case .integer(let integer) = value else { return nil }
    self.init(exactly: integer)
  }
  /// An integer.
  public var sqliteValue: SQLiteValue { .integer(Int64(self)) }
}

extension Int64: SQLiteConvertible {
  /// An integer.
  public init?(_ value: SQLiteValue) {
    guard case .integer(let integer) = value else { return nil }
    self = integer
  }
  /// An integer.
  public var sqliteValue: SQLiteValue { .integer(self) }
}

extension Double: SQLiteConvertible {
  /// A real, or an integer.
  public init?(_ value: SQLiteValue) {
    switch value {
    case .real(let real): self = real
    case .integer(let integer): self.init(integer)
    default: return nil
    }
  }
  /// A real.
  public var sqliteValue: SQLiteValue { .real(self) }
}

extension Bool: SQLiteConvertible {
  /// Any integer but 0 is true.
  public init?(_ value: SQLiteValue) {
    guard case .integer(let integer) = value else { return nil }
    self = integer != 0
  }
  /// 1 or 0.
  public var sqliteValue: SQLiteValue { .integer(self ? 1 : 0) }
}

extension String: SQLiteConvertible {
  /// A text.
  public init?(_ value: SQLiteValue) {
    guard case .text(let text) = value else { return nil }
    self = text
  }
  /// A text.
  public var sqliteValue: SQLiteValue { .text(self) }
}

extension [UInt8]: SQLiteBindable {
  /// A blob.
  public var sqliteValue: SQLiteValue { .blob(self) }
}

extension [UInt8]: SQLiteConvertible {
  /// Bytes.
  public init?(_ value: SQLiteValue) {
    guard case .blob(let bytes) = value else { return nil }
    self = bytes
  }
}

extension Optional: SQLiteBindable where Wrapped: SQLiteBindable {
  /// The wrapped value, or NULL.
  public var sqliteValue: SQLiteValue { self?.sqliteValue ?? .null }
}

extension Optional: SQLiteConvertible where Wrapped: SQLiteConvertible {
  /// NULL is nil; a value of another type is not.
  public init?(_ value: SQLiteValue) {
    if value == .null {
      self = .none
    } else if let wrapped = Wrapped(value) {
      self = wrapped
    } else {
      return nil
    }
  }
}
