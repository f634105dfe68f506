import QueryBudget

/// One measurement as the page shows it.
struct ReportEntry {
  /// What tells it from all others: its path below the folder of baselines, or that of its result
  /// where it has no baseline.
  let path: String

  /// What was measured last, or agreed last; of one that is gone what it was.
  let baseline: Baseline

  /// What it was before; none where nothing is compared, and for a new one.
  let before: Baseline?

  /// What it came to in a run; none where no results are shown, or it did not run.
  let result: MeasurementResult?

  /// What became of it; none where nothing did.
  let change: BaselineChange?

  /// A measurement; nil where there is neither a baseline nor a result.
  ///
  /// What a run measured is compared with `base`, and without a base with what was agreed.
  init?(
    path: String,
    agreed: Baseline?,
    base: Base,
    result: MeasurementResult?
  ) {
    let now = result?.measured ?? agreed
    var before: Baseline?
    switch base {
    case .none: before = result == nil ? now : result?.agreed
    case .revision(let baseline): before = baseline
    }
    guard let baseline = now ?? before else { return nil }
    self.path = path
    self.baseline = baseline
    self.before = before
    self.result = result
    // A measurement that keeps no baseline has nothing to be compared with.
    let isKept = agreed != nil || result?.baseline != nil || result == nil
    change = isKept ? BaselineChange(path: path, old: before, new: now) : nil
  }

  /// What measurements are compared with.
  enum Base {
    /// With what was agreed, where a run measured something.
    case none

    /// With a revision, in which there may be no such baseline.
    case revision(Baseline?)
  }

  /// Where the page's links find it.
  ///
  /// Paths are plain as a rule; what isn't is written by its bytes, so that no two are the same.
  var anchor: String {
    path.utf8.reduce(into: "") { anchor, byte in
      let character = Character(Unicode.Scalar(byte))
      if character.isASCII, character.isLetter || character.isNumber || "_-~./".contains(character)
      {
        anchor.append(character)
      } else {
        let digits = String(byte, radix: 16)
        anchor += ":" + (digits.count == 1 ? "0" : "") + digits
      }
    }
  }

  /// How many queries ran in each run.
  var counts: QueryCounts { QueryCounts(of: baseline, runs: result?.runs ?? []) }

  /// How many there were before, where that is another number or law.
  var countsBefore: QueryCounts? {
    guard let before, change?.new != nil else { return nil }
    let counts = QueryCounts(of: before)
    return counts == self.counts ? nil : counts
  }
}
