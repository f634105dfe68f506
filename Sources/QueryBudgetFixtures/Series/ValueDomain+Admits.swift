import QueryBudget
import QueryBudgetSQLite

extension ValueDomain {
  /// Whether a value meets what is asked of it, apart from how a text is written, its format.
  func admits(_ value: SQLiteValue) -> Bool {
    if let choices, !choices.contains(value) { return false }
    if let storageClass, CaseFolding.folded(storageClass) != value.storageClass { return false }
    switch value {
    case .null: return true
    case .integer(let number):
      return admits(Double(number)) && (multipleOf ?? 0 == 0 || number % (multipleOf ?? 1) == 0)
    case .real(let number): return admits(number)
    case .text(let text): return admits(text)
    case .blob(let bytes): return lengths?.contains(bytes.count) ?? true
    }
  }

  private func admits(_ number: Double) -> Bool {
    number >= lower ?? -.infinity && number <= upper ?? .infinity
  }

  private func admits(_ text: String) -> Bool {
    let letters = Array(text.unicodeScalars)
    if let lengths, !lengths.contains(letters.count) { return false }
    if let alphabet {
      let allowed = alphabet.unicodeScalars
      guard letters.allSatisfy({ allowed.contains($0) }) else { return false }
    }
    switch letterCase {
    case .upper: if text.utf8.contains(where: { 97...122 ~= $0 }) { return false }
    case .lower: if text.utf8.contains(where: { 65...90 ~= $0 }) { return false }
    case nil: break
    }
    return shape.map { Self.matches(letters[...], $0[...]) } ?? true
  }

  private static func matches(_ text: ArraySlice<UnicodeScalar>, _ shape: ArraySlice<ShapePart>)
    -> Bool
  {
    guard let part = shape.first else { return text.isEmpty }
    let rest = shape.dropFirst()
    switch part {
    case .literal(let literal):
      let letters = Array(literal.unicodeScalars)
      return text.starts(with: letters) && matches(text.dropFirst(letters.count), rest)
    case .oneOf(let letters):
      guard let first = text.first else { return false }
      return (letters.isEmpty || letters.unicodeScalars.contains(first))
        && matches(text.dropFirst(), rest)
    case .any:
      return (0...text.count).contains { matches(text.dropFirst($0), rest) }
    }
  }
}

extension SQLiteValue {
  /// What `typeof` says of it, in upper case.
  fileprivate var storageClass: String {
    switch self {
    case .null: "NULL"
    case .integer: "INTEGER"
    case .real: "REAL"
    case .text: "TEXT"
    case .blob: "BLOB"
    }
  }
}
