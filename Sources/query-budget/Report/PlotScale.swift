import Foundation

/// Where numbers stand along one side of a plot.
struct PlotScale {
  /// The numbers that are written along it, rising.
  let ticks: [Double]

  private let low: Double
  private let high: Double
  private let isLogarithmic: Bool
  private let start: Double
  private let end: Double

  /// Rows from left to right: by decades where they span some.
  init(rows: [Int], from start: Double, to end: Double) {
    let numbers = Set(rows).sorted().map(Double.init)
    let (first, last) = (numbers.first ?? 0, numbers.last ?? 1)
    isLogarithmic = first >= 0 && last >= 20 * max(first, 1)
    (low, high) = (first, last)
    (self.start, self.end) = (start, end)
    ticks = numbers
  }

  /// Queries from the bottom to the top, from 0 on.
  init(queries: [Double], from start: Double, to end: Double) {
    let largest = max(queries.max() ?? 1, 1)
    let magnitude = pow(10, floor(log10(largest)))
    // Nobody ran half a query.
    let steps = [0.5, 1, 2, 2.5, 5].map { $0 * magnitude }.filter { $0 >= 1 && $0 == $0.rounded() }
    let step = steps.first { largest / $0 <= 4 } ?? max(1, largest / 4)
    high = (largest / step).rounded(.up) * step
    low = min(0, queries.min() ?? 0)
    isLogarithmic = false
    (self.start, self.end) = (start, end)
    ticks = Array(stride(from: 0, through: high, by: step).prefix(8))
  }

  /// Where a number stands, in the plot's units.
  func position(_ number: Double) -> Double {
    let (first, last, here) = (map(low), map(high), map(number))
    guard last > first else { return (start + end) / 2 }
    return start + (end - start) * min(max((here - first) / (last - first), 0), 1)
  }

  /// The ticks that have room for their text, the ends first.
  func ticks(apart distance: Double) -> [Double] {
    guard let first = ticks.first, let last = ticks.last, first < last else { return ticks }
    var kept = [first]
    for tick in ticks.dropFirst().dropLast()
    where abs(position(tick) - position(kept[kept.count - 1])) >= distance
      && abs(position(last) - position(tick)) >= distance
    {
      kept.append(tick)
    }
    return kept + [last]
  }

  private func map(_ number: Double) -> Double {
    isLogarithmic ? log10(max(number, 0) + (low < 1 ? 1 : 0)) : number
  }
}
