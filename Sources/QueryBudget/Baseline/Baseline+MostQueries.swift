extension Baseline {
  /// How many queries there are where the most rows are; nil where the law doesn't say.
  package var mostQueries: Double? {
    let law = MeasuredLaw(queries, over: axes)
    return MeasuredLaw.points(of: law, law).last.flatMap { law.count(at: $0) }
  }
}
