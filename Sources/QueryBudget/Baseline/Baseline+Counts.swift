extension Baseline {
  /// What the law of all queries comes to in each run, in the order of ``Scale/all(of:)``; nil where
  /// nobody knows.
  package var queryCounts: [(scale: Scale, count: Double?)] {
    let law = MeasuredLaw(queries, over: axes)
    return zip(Scale.all(of: axes), law.points).map { (scale: $0, count: law.count(at: $1)) }
  }

  /// How many queries there are where the most rows are, which is the last run; nil where the law
  /// doesn't say.
  package var mostQueries: Double? { queryCounts.last?.count }
}
