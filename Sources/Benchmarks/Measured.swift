/// One figure of a run.
struct Measured: Encodable {
  /// What was measured, such as `prepared/counting`.
  let name: String
  let value: Double
  /// The unit of `value`, such as `ns`.
  let unit: String
  /// `value` as a multiple of the reference in the same run; nil where there is none.
  let ratio: Double?
}

/// The middle value.
func median(_ values: [Double]) -> Double {
  let sorted = values.sorted()
  guard let last = sorted.indices.last else { return .nan }
  return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
}
