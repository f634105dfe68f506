@testable import QueryBudgetSQLite
import Testing

/// Values that are as close to others as they can be.
@Suite struct NeighbouringValuesTests {
  private func map(
    _ old: [SQLiteValue], taken: [SQLiteValue] = [], _ place: NeighbourPlace = .after,
    isKey: Bool = true
  ) -> [SQLiteValue] {
    let map = NeighbouringValues.map(old, taken: old + taken, place, isKey: isKey)
    return old.map { map[$0] ?? .null }
  }

  @Test func numbers() {
    #expect(map([1, 2, 5], taken: [9]) == [10, 11, 12])
    #expect(map([1, 2, 5], .before) == [-2, -1, 0])
    #expect(map([5, 1], .before) == [0, -1])
    // Where there is no room behind, there is before.
    #expect(map([.integer(.max)]) == [.integer(.max - 1)])
    #expect(map([1.5]) == [2.5])
  }

  @Test func textsThatAreKeys() {
    #expect(map(["ab9"]) == ["ac0"])
    #expect(map(["ab9"], taken: ["ac0"]) == ["ac1"])
    #expect(map(["ab0"], .before) == ["aa9"])
    #expect(map(["Zz"]) == ["Zz0"])
    let id: SQLiteValue = "6b29fc40-ca47-1067-b31d-00dd010662df"
    #expect(map([id]) == ["6b29fc40-ca47-1067-b31d-00dd010662ea"])
  }

  @Test func textsThatStandForSomething() {
    #expect(map(["hello"], isKey: false) == ["hello-2"])
    #expect(map(["hello"], taken: ["hello-2"], isKey: false) == ["hello-3"])
    #expect(map(["ada@example.org"], isKey: false) == ["ada2@example.org"])
  }

  @Test func bytes() {
    #expect(map([.blob([1, 255])]) == [.blob([2, 0])])
    #expect(map([.blob([1, 0])], .before) == [.blob([0, 255])])
  }

  @Test func nothing() { #expect(map([.null]) == [.null]) }
}
