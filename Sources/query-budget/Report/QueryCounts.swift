import Foundation
import QueryBudget

/// How many queries a measurement had in each of its runs.
struct QueryCounts: Equatable {
  struct Point: Equatable {
    /// How many there were of each axis, in the order of the axes.
    let scale: [Int]
    let queries: Double
  }

  let axes: [String]
  let points: [Point]

  /// The counts of the runs themselves, or what the law comes to.
  init(of baseline: Baseline, runs: [MeasurementResult.Run]) {
    let axes = baseline.axes.map(\.name)
    self.axes = axes
    let measured = runs.map { run in
      Point(scale: axes.map { run.scale[$0] ?? 0 }, queries: Double(run.queries))
    }
    points = measured.isEmpty ? QueryCounts(of: baseline).points : measured
  }

  /// What the law comes to.
  init(of baseline: Baseline) {
    axes = baseline.axes.map(\.name)
    points = baseline.queryCounts.compactMap { run in
      run.count.flatMap { $0.isFinite ? Point(scale: run.scale.axisCounts, queries: $0) : nil }
    }
  }

  /// The points in which nothing but this axis has moved from the first one, by rows.
  func along(_ axis: Int) -> [(rows: Int, queries: Double)] {
    guard let base = points.first?.scale else { return [] }
    return points.filter { point in
      base.indices.allSatisfy { $0 == axis || point.scale[$0] == base[$0] }
    }.map { ($0.scale[axis], $0.queries) }.sorted { $0.0 < $1.0 }
  }

  /// The point of all axes together where there are several, and the most rows.
  var together: Point? {
    guard axes.count > 1, let last = points.last, let first = points.first,
      axes.indices.allSatisfy({ last.scale[$0] > first.scale[$0] })
    else { return nil }
    return last
  }

  /// How many queries there are where the most rows are.
  var largest: Double? { points.last?.queries }

  /// How many more than where the fewest rows are.
  var increase: Double { (largest ?? 0) - (points.first?.queries ?? 0) }
}

/// Numbers as people read them.
enum Figure {
  /// `201`, `2.5`, and the nearest that is short where a number is out of all bounds.
  static func text(_ number: Double) -> String {
    Int(exactly: number).map { String($0) } ?? "\((number * 100).rounded() / 100)"
  }

  /// `201`, `12k`, `3.5M`, `8.1e37`: at most seven characters, where there is little room.
  static func short(_ number: Double) -> String {
    if number.magnitude >= 1e12 { return String(format: "%.1e", number) }
    for (size, unit, least) in [(1e9, "G", 1e9), (1e6, "M", 1e6), (1e3, "k", 1e4)]
    where number.magnitude >= least {
      let tenths = (number / size * 10).rounded() / 10
      return text(tenths.magnitude >= 100 ? tenths.rounded() : tenths) + unit
    }
    return text(number)
  }
}
