public import Foundation
public import QueryBudgetSQLite

extension Date: SQLiteConvertible {
  /// A text such as `2026-01-31 13:45:00.000`, in UTC; a number is seconds since 1970.
  public init?(_ value: SQLiteValue) {
    switch value {
    case .text(let text):
      guard let date = DateText.date(text) else { return nil }
      self = date
    case .integer(let seconds): self.init(timeIntervalSince1970: Double(seconds))
    case .real(let seconds): self.init(timeIntervalSince1970: seconds)
    default: return nil
    }
  }

  /// A text such as `2026-01-31 13:45:00.000`, in UTC, as GRDB writes it; NULL beyond the years
  /// 0 to 9999, which SQLite doesn't know.
  public var sqliteValue: SQLiteValue {
    DateText.text(self).map { .text($0) } ?? .null
  }
}

extension UUID: SQLiteConvertible {
  /// A text, or a blob of 16 bytes.
  public init?(_ value: SQLiteValue) {
    switch value {
    case .text(let text): self.init(uuidString: text)
    case .blob(let bytes) where bytes.count == 16:
      self = bytes.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) }
    default: return nil
    }
  }

  /// A text in capital letters.
  public var sqliteValue: SQLiteValue { .text(uuidString) }
}

extension Data: SQLiteConvertible {
  /// A blob.
  public init?(_ value: SQLiteValue) {
    guard case .blob(let bytes) = value else { return nil }
    self.init(bytes)
  }

  /// A blob.
  public var sqliteValue: SQLiteValue { .blob(Array(self)) }
}

extension URL: SQLiteConvertible {
  /// A text.
  public init?(_ value: SQLiteValue) {
    guard case .text(let text) = value else { return nil }
    self.init(string: text)
  }

  /// A text.
  public var sqliteValue: SQLiteValue { .text(absoluteString) }
}

extension Decimal: SQLiteConvertible {
  /// A text of digits, or a number.
  public init?(_ value: SQLiteValue) {
    switch value {
    case .text(let text): self.init(string: text, locale: Locale(identifier: "en_US_POSIX"))
    case .integer(let integer): self.init(integer)
    case .real(let real): self.init(real)
    default: return nil
    }
  }

  /// A text of digits.
  public var sqliteValue: SQLiteValue { .text(description) }
}
