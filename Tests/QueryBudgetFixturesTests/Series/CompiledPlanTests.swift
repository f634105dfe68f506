import Testing

@testable import QueryBudgetFixtures

/// A plan that several tests use at once.
@Suite("Compiled plans")
struct CompiledPlanTests {
  @Test("a series is made once, however many ask for it at the same time")
  func once() async {
    let columns = (0..<200).map { "column \($0)" }
    let plan = CompiledPlan(
      ValuePlan(
        decisions: Dictionary(
          uniqueKeysWithValues: columns.map {
            ($0, .series(.text(TextPattern([.literal($0), .number()]))))
          })))
    let asked = await withTaskGroup(of: [CompiledSeries?].self) { group in
      for _ in 0..<8 {
        group.addTask { columns.map { plan.series(of: $0) } }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    for (index, column) in columns.enumerated() {
      let kept = plan.series(of: column)
      #expect(kept != nil)
      #expect(asked.allSatisfy { $0[index] === kept }, "\(column)")
    }
  }
}
