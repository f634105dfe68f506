extension GrowthLaw {
  /// Finds the law on several axes that explains every count exactly.
  ///
  /// ```swift
  /// let axes = [Axis("a", scales: [1, 10]), Axis("b", scales: [1, 5])]
  /// let law = GrowthLaw(counts: [2, 11, 6, 51], at: Scale.all(of: axes), on: axes)
  /// #expect(law.description == "1 + a*b")
  /// ```
  ///
  /// Along each axis alone the count follows a law of that axis: its rows, or batches of them. All
  /// of it together is a sum of products of those. There is one count for each scale; the first
  /// scale is the base from which the others set out.
  public init(counts: [Int], at scales: [Scale], on axes: [Axis]) {
    guard let measured = MeasuredCounts(counts, at: scales, on: axes) else {
      self = .irregular(counts: counts, growing: [])
      return
    }
    if axes.count == 1 {
      self.init(counts: counts, on: Axis(axes[0].name, scales: measured.runs.map { $0.scale[0] }))
      return
    }
    self = Self.law(of: measured, counts)
  }

  private static func law(of measured: MeasuredCounts, _ counts: [Int]) -> GrowthLaw {
    let alone = measured.axes.indices.map { axis in
      let runs = measured.along(axis)
      return GrowthLaw(
        counts: runs.map(\.count),
        on: Axis(measured.axes[axis], scales: runs.map { $0.scale[axis] }))
    }
    let factors = zip(measured.axes, alone).compactMap { $1.factor(of: $0) }
    if factors.count == alone.count {
      let products = ProductLaw(of: measured, factors)
      if let law = products.law { return law }
      if products.isExceeded { return .fasterThanLinear(counts: counts, growing: measured.growing) }
    }
    for case .fasterThanLinear in alone {
      return .fasterThanLinear(counts: counts, growing: measured.growing)
    }
    return .irregular(counts: counts, growing: measured.growing)
  }

  /// What a law on one axis counts; its rows where it counts nothing, since an axis may matter only
  /// where another one has rows.
  private func factor(of axis: String) -> Factor? {
    guard case .sum(_, let terms) = self else { return nil }
    return terms.first?.factors.first ?? .axis(axis)
  }
}
