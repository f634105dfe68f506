/// The counts of a measurement, each where it was measured.
struct MeasuredCounts {
  struct Run {
    /// How many there were of each axis.
    let scale: [Int]

    let count: Int

    /// The axes on which it differs from the base.
    let moved: [Int]
  }

  /// The names of the axes.
  let axes: [String]

  /// The runs; from the first, the base, the others set out.
  let runs: [Run]

  /// One count for each scale; nil when a scale lacks an axis.
  init?(_ counts: [Int], at scales: [Scale], on axes: [Axis]) {
    let names = axes.map(\.name)
    var runs: [Run] = []
    for (scale, count) in zip(scales, counts) {
      let numbers = names.compactMap { scale.count(of: $0) }
      guard numbers.count == names.count else { return nil }
      let base = runs.first?.scale ?? numbers
      let moved = names.indices.filter { numbers[$0] != base[$0] }
      runs.append(Run(scale: numbers, count: count, moved: moved))
    }
    self.axes = names
    self.runs = runs
  }

  /// The runs that differ from the base on this axis at most, by scale.
  func along(_ axis: Int) -> [Run] {
    runs.filter { $0.moved.allSatisfy { $0 == axis } }
      .sorted { $0.scale[axis] < $1.scale[axis] }
  }

  /// The names of the axes on which the count rises somewhere.
  var growing: [String] {
    let single = rises { $0.count == 1 }
    // Where only several axes together make it rise, it is all of them.
    return single.isEmpty ? rises { $0.count > 1 } : single
  }

  private func rises(where applies: ([Int]) -> Bool) -> [String] {
    var rising: Set<Int> = []
    for lower in runs {
      for upper in runs where upper.count > lower.count {
        let moved = axes.indices.filter { lower.scale[$0] != upper.scale[$0] }
        if applies(moved), moved.allSatisfy({ lower.scale[$0] < upper.scale[$0] }) {
          rising.formUnion(moved)
        }
      }
    }
    return rising.sorted().map { axes[$0] }
  }
}
