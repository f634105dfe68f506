import ArgumentParser
import QueryBudget
import QueryBudgetSQLite

/// `query-budget demo`
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Show the whole idea in a minute, on a catalogue in memory."
  )

  func run() throws {
    try Trouble.reporting {
      let terminal = Terminal()
      let catalogue = try DemoCatalogue()

      print(terminal.styled("1. A list that loads the author of each article by itself", .bold))
      print()
      print(terminal.styled(DemoCatalogue.naiveSource, .dim))
      print()
      print("   Run against 1, 10 and 100 articles, with every statement recorded, it fails:")
      print()
      let naive = try measure(catalogue, catalogue.naiveList)
      print(terminal.styled(indented(naive.failure ?? "no failure"), .red))
      print()

      print(terminal.styled("2. The same list with one join", .bold))
      print()
      print(terminal.styled(DemoCatalogue.mendedSource, .dim))
      print()
      let mended = try measure(catalogue, catalogue.mendedList)
      print(mended.table.split(separator: "\n").map { " \($0)" }.joined(separator: "\n"))
      print()
      guard naive.verdict == .exceeded, mended.verdict == .within else {
        throw Trouble("the demo did not go as it should: \(naive.verdict), \(mended.verdict).")
      }
      print(
        terminal.styled(
          "   Within its budget: \(mended.growth.law) query, whatever the number of "
            + "\(mended.growth.measurement.axes[0].name).", .green))
      print()
      print(terminal.styled("3. In a test", .bold))
      print()
      print(terminal.styled(DemoCatalogue.testSource, .dim))
    }
  }

  private func measure(
    _ catalogue: DemoCatalogue,
    _ list: () throws -> [String]
  ) throws -> GrowthResult {
    try MeasurementPlan("GET /articles", on: catalogue.recorder)
      .run(populate: { try catalogue.addArticles($0.axisCounts[0]) }, call: list).result
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "   \($0)" }.joined(separator: "\n")
  }
}
