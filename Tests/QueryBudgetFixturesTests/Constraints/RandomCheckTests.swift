import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

/// CHECKs made by chance, each true for some row.
@Suite("CHECKs made by chance")
struct RandomCheckTests {
  @Test("are met", arguments: 0..<60)
  func met(_ seed: Int) throws {
    var writer = CheckWriter(seed: UInt64(seed))
    let checks = (0..<writer.numbers.next(1...4)).map { _ in "CHECK (\(writer.check(depth: 3)))" }
    let columns = "a INT NOT NULL, b INT NOT NULL, c INT, x TEXT NOT NULL, y TEXT"
    let definition = "CREATE TABLE t(\(columns), \(checks.joined(separator: ", ")))"
    let table = try PlannedTable(definition)
    do {
      try table.fill(12)
    } catch {
      Issue.record("\(definition) is met by \(writer.witness): \(error)")
    }
  }
}

/// Writes conditions that are true for one row.
private struct CheckWriter {
  var numbers: RandomNumbers
  private let integers: [String: Int]
  private let texts: [String: String]

  init(seed: UInt64) {
    var numbers = RandomNumbers(seed)
    integers = [
      "a": numbers.next(-50...5000), "b": numbers.next(0...300), "c": numbers.next(1...20_000),
    ]
    let letters = Array("abcdefghXYZ0123-_")
    func text(_ length: Int) -> String { String((0..<length).map { _ in numbers.pick(letters) }) }
    texts = ["x": text(numbers.next(1...12)), "y": text(numbers.next(2...6))]
    self.numbers = numbers
  }

  var witness: String {
    "\(integers.sorted { $0.key < $1.key }) \(texts.sorted { $0.key < $1.key })"
  }

  mutating func check(depth: Int) -> String {
    guard depth > 0 else { return fact() }
    switch numbers.next(0...5) {
    case 0: return "(\(check(depth: depth - 1)) AND \(check(depth: depth - 1)))"
    case 1: return "(\(check(depth: depth - 1)) OR \(other()))"
    case 2: return "(\(other()) OR \(check(depth: depth - 1)))"
    case 3: return "NOT (NOT \(check(depth: depth - 1)))"
    case 4: return "NOT (\(other()) AND NOT \(check(depth: depth - 1)))"
    default: return fact()
    }
  }

  /// What may be true or not.
  private mutating func other() -> String {
    switch numbers.next(0...3) {
    case 0: "a > \(numbers.next(-100...9000))"
    case 1: "length(x) = \(numbers.next(1...20))"
    case 2: "c IS NULL"
    default: "b IN (\(numbers.next(0...9)), \(numbers.next(0...99)))"
    }
  }

  /// What is true for the row.
  private mutating func fact() -> String {
    numbers.next(0...2) == 0 ? textFact() : integerFact()
  }

  private mutating func integerFact() -> String {
    let column = numbers.pick(["a", "b", "c"])
    let value = integers[column] ?? 0
    let (near, far) = (numbers.next(0...40), numbers.next(0...2000))
    switch numbers.next(0...9) {
    case 0: return "\(column) >= \(value - near)"
    case 1: return "\(value + far) > \(column) - 1"
    case 2: return "\(column) BETWEEN \(value - near) AND \(value + far)"
    case 3: return "\(column) IN (\(value - far - 1), \(value), \(value + near + 1))"
    case 4: return "\(column) <> \(value + near + 1)"
    case 5: return "\(column) % 7 = \(value % 7)"
    case 6: return "\(column) * 3 + 1 <= \(value * 3 + 1 + far)"
    case 7: return order("a", "b")
    case 8: return order("b", "c")
    default: return "a + b <= \((integers["a"] ?? 0) + (integers["b"] ?? 0) + near)"
    }
  }

  private func order(_ one: String, _ other: String) -> String {
    let (left, right) = (integers[one] ?? 0, integers[other] ?? 0)
    return left < right
      ? "\(one) < \(other)" : left > right ? "\(other) < \(one)" : "\(one) = \(other)"
  }

  private mutating func textFact() -> String {
    let column = numbers.pick(["x", "y"])
    let value = texts[column] ?? ""
    switch numbers.next(0...7) {
    case 0: return "length(\(column)) = \(value.count)"
    case 1: return "length(\(column)) BETWEEN 1 AND \(value.count + numbers.next(0...20))"
    case 2: return "\(column) GLOB '\(value.prefix(1))*'"
    case 3: return "\(column) LIKE '%\(value.suffix(1))'"
    case 4: return "\(column) IN ('none', '\(value)')"
    case 5: return "\(column) <> ''"
    case 6: return "\(column) NOT GLOB '*[^-a-zA-Z0-9_]*'"
    default: return "substr(\(column), 1, 1) = '\(value.prefix(1))'"
    }
  }
}
