import Foundation
import Testing

@testable import query_budget

@Suite struct PlotTests {
  @Test("Rows that span decades stand by decades, others by their number")
  func rows() {
    let decades = PlotScale(rows: [1, 10, 100], from: 0, to: 200)
    #expect([1, 10, 100].map { decades.position($0).rounded() } == [0, 100, 200])
    let few = PlotScale(rows: [1, 2, 3], from: 0, to: 200)
    #expect([1, 2, 3].map { few.position($0).rounded() } == [0, 100, 200])
    let none = PlotScale(rows: [0, 9, 99], from: 0, to: 200)
    #expect([0, 9, 99].map { none.position($0).rounded() } == [0, 100, 200])
  }

  private static let ticks: [(largest: Double, ticks: [Double])] = [
    (0, [0, 1]), (1, [0, 1]), (3, [0, 1, 2, 3]), (4, [0, 1, 2, 3, 4]), (103, [0, 50, 100, 150]),
    (2002, [0, 1000, 2000, 3000]), (9, [0, 5, 10]), (10, [0, 5, 10]),
  ]

  @Test("Queries stand from 0 to a round number", arguments: ticks)
  func queries(largest: Double, ticks: [Double]) {
    let scale = PlotScale(queries: [1, largest].filter { $0 <= largest }, from: 100, to: 0)
    #expect(scale.ticks == ticks)
    #expect(scale.position(0) == 100)
    #expect(scale.position(ticks[ticks.count - 1]) == 0)
  }

  @Test("Numbers that have no room beside each other are left out, the first and last never")
  func room() {
    let scale = PlotScale(rows: Array(1...100), from: 0, to: 300)
    let ticks = scale.ticks(apart: 30)
    #expect(ticks.first == 1)
    #expect(ticks.last == 100)
    #expect(ticks.count > 3)
    for (left, right) in zip(ticks, ticks.dropFirst()) {
      #expect(scale.position(right) - scale.position(left) >= 30)
    }
  }

  @Test("Where there is but one number, or an odd one, everything still has its place")
  func odd() {
    #expect(PlotScale(rows: [7], from: 0, to: 200).position(7) == 100)
    #expect(PlotScale(rows: [], from: 0, to: 200).position(7) == 200)
    #expect(PlotScale(rows: [-5, 3], from: 0, to: 200).position(-5) == 0)
    let huge = PlotScale(queries: [8.1e37], from: 100, to: 0)
    #expect(huge.ticks.count < 8)
    #expect(huge.position(8.1e37).isFinite)
  }

  private static let numbers: [(number: Double, text: String)] = [
    (3, "3"), (2.5, "2.5"), (9999, "9999"), (12_345, "12.3k"), (250_000, "250k"),
    (1_000_000, "1M"), (8.1e37, "8.1e+37"),
  ]

  @Test("Numbers are short where there is little room", arguments: numbers)
  func short(number: Double, text: String) {
    #expect(Figure.short(number) == text)
  }

  @Test("Each axis has a line of its own, with points of its own shape, and all together a point")
  func lines() throws {
    let counts = QueryCounts(
      of: try ReportedMeasurement(
        queries: "2 + articles*tags", scales: ["articles": [1, 10, 100], "tags": [1, 5, 20]]
      ).baseline)
    #expect(counts.along(0).map(\.queries) == [3, 12, 102])
    #expect(counts.along(1).map(\.rows) == [1, 5, 20])
    #expect(counts.together?.queries == 2002)
    let lines = PlotLine.list(counts, isBefore: false)
    #expect(lines.map(\.label?.text) == ["102 articles", "22 tags", "2002 all"])
    let shapes = lines.map { line in
      line.markup(
        PlotScale(rows: [1], from: 0, to: 0), PlotScale(queries: [1], from: 0, to: 0)
      ).text.components(separatedBy: " d=\"").dropFirst(2).last ?? ""
    }
    #expect(Set(shapes).count == 3)
  }

  @Test("The picture says its numbers to those who don't see it, and what was is dashed")
  func words() throws {
    let counts = QueryCounts(of: try ReportedMeasurement(queries: "3 + articles").baseline)
    let before = QueryCounts(of: try ReportedMeasurement(queries: "3").baseline)
    let plot = Plot(counts, before: before).markup.text
    #expect(
      plot.contains(
        """
        role="img" aria-label="Queries: 4 at 1 article, 13 at 10 articles, 103 at 100 articles; \
        before: 3 at 1 article, 3 at 10 articles, 3 at 100 articles."
        """))
    #expect(plot.contains("<title>13 queries at 10 articles</title>"))
    #expect(plot.contains("<title>before: 3 queries at 10 articles</title>"))
    #expect(plot.components(separatedBy: "<g class=\"before\">").count == 2)
    #expect(ReportStyle.text.contains(".plot .before .line{stroke-dasharray:"))
  }
}
