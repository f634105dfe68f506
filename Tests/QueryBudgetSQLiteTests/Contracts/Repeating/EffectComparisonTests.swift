import Testing

@testable import QueryBudgetSQLite

@Suite struct EffectComparisonTests {
  @Test("What happened too often, and what not at all")
  func differences() {
    let comparison = EffectComparison(["mail ada", "mail bob"], ["mail ada", "mail bob"])
    let twice = EffectDifference(["mail bob", "mail ada", "mail ada"], comparison)
    #expect(twice.surplus == ["mail ada"])
    #expect(twice.missing.isEmpty)
    let lost = EffectDifference(["mail bob"], comparison)
    #expect(lost.surplus.isEmpty)
    #expect(lost.missing == ["mail ada"])
    #expect(EffectDifference(["mail bob", "mail ada"], comparison).isEmpty)
  }

  @Test("A word that comes out differently in two runs is not compared")
  func chance() {
    let comparison = EffectComparison(["charge 10 key a1"], ["charge 10 key b2"])
    #expect(EffectDifference(["charge 10 key c3"], comparison).isEmpty)
    #expect(EffectDifference(["charge 20 key c3"], comparison).surplus == ["charge 20 key c3"])
    #expect(
      EffectDifference(["charge 10 key c3", "charge 10 key d4"], comparison).surplus
        == ["charge 10 key d4"])
  }

  @Test("Of a killed call only what one run does counts")
  func known() {
    let comparison = EffectComparison(["mail ada"], ["mail ada"])
    #expect(comparison.known(["alert", "mail ada", "mail ada"]) == ["mail ada"])
  }

  @Test("What a call adds to the list, or puts into one that was emptied")
  func added() throws {
    let log = EffectLog()
    log.began(["a"])
    log.ended(.success(["a", "b"]))
    #expect(try log.take() == ["b"])
    log.began(["a", "b"])
    log.ended(.success(["c"]))
    #expect(try log.take() == ["c"])
  }
}
