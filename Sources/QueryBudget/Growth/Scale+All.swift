extension Scale {
  /// The scales of every run of a measurement that grows these axes, in the order of the runs.
  ///
  /// One axis has a run for each of its scales. Several axes have the base, where each is at its
  /// first scale; each axis alone through its other scales; each pair of axes together at their
  /// second scales; and all of them together at their last. Those are
  /// `1 + Σ(scales - 1) + pairs + 1` runs, 7 for two axes of three scales and 11 for three; a run
  /// that would be there twice is there once.
  ///
  /// ```swift
  /// let scales = Scale.all(of: [Axis("a", scales: [1, 10]), Axis("b", scales: [1, 5])])
  /// #expect(scales.map(\.description) == ["a 1, b 1", "a 10, b 1", "a 1, b 5", "a 10, b 5"])
  /// ```
  public static func all(of axes: [Axis]) -> [Scale] {
    let bases = axes.compactMap(\.scales.first)
    let lasts = axes.compactMap(\.scales.last)
    guard !axes.isEmpty, bases.count == axes.count else { return [] }
    let names = axes.map(\.name)
    if axes.count == 1 {
      return axes[0].scales.map { Scale(axisNames: names, axisCounts: [$0]) }
    }
    let runs = [bases] + alone(axes, from: bases) + pairs(axes, from: bases) + [lasts]
    var seen: Set<[Int]> = []
    return runs.filter { seen.insert($0).inserted }.map {
      Scale(axisNames: names, axisCounts: $0)
    }
  }

  private static func alone(_ axes: [Axis], from bases: [Int]) -> [[Int]] {
    axes.indices.flatMap { axis in
      axes[axis].scales.dropFirst().map { scale in
        var counts = bases
        counts[axis] = scale
        return counts
      }
    }
  }

  private static func pairs(_ axes: [Axis], from bases: [Int]) -> [[Int]] {
    axes.indices.flatMap { first in
      axes.indices.dropFirst(first + 1).map { second in
        var counts = bases
        for axis in [first, second] {
          counts[axis] = axes[axis].scales.dropFirst().first ?? bases[axis]
        }
        return counts
      }
    }
  }
}
