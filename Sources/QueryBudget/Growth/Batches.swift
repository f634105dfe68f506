/// So many more, or fewer, for each batch of rows.
struct Batches {
  let constant: Int

  /// How many for each batch; negative where there are fewer.
  let coefficient: Int

  let size: BatchSize
  let rounding: GrowthLaw.Rounding

  func law(on axis: String) -> GrowthLaw {
    let factor = GrowthLaw.Factor.batches(axis, every: size.rows, rounding: rounding)
    return .sum(
      constant: Rational(constant), terms: [GrowthLaw.Term(Rational(coefficient), factor)])
  }

  /// Which of two that explain the same counts is the likelier one.
  ///
  /// A round size decides, since it comes from somebody's code and an odd one from chance; then the
  /// rounding, since most batches are counted with the short one.
  func isLikelier(than other: Batches) -> Bool {
    preference.lexicographicallyPrecedes(other.preference)
  }

  private var preference: [Int] {
    [size.isRound ? 0 : 1, rounding == .up ? 0 : 1, size.custom, size.place, size.rows]
  }
}
