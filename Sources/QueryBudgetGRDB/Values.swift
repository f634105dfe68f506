import Foundation
import GRDB
import QueryBudgetSQLite

extension EncodableRecord {
  /// The value of each of its columns.
  var databaseColumns: [String: SQLiteValue] {
    get throws { try databaseDictionary.mapValues(SQLiteValue.init) }
  }
}

extension SQLiteValue {
  /// The same value.
  init(_ value: DatabaseValue) {
    switch value.storage {
    case .null: self = .null
    case .int64(let integer): self = .integer(integer)
    case .double(let real): self = .real(real)
    case .string(let text): self = .text(text)
    case .blob(let data): self = .blob(Array(data))
    }
  }

  /// The same value.
  var databaseValue: DatabaseValue {
    switch self {
    case .null: .null
    case .integer(let integer): integer.databaseValue
    case .real(let real): real.databaseValue
    case .text(let text): text.databaseValue
    case .blob(let bytes): Data(bytes).databaseValue
    }
  }
}
