import QueryBudget

/// One call of the measured code on a database with so many rows.
struct MeasurementStep {
  enum Purpose {
    /// Pays for first-time look-ups.
    case warmUp
    case measurement
    /// Shows whether the same rows give the same statements twice.
    case repetition
    /// Collects what is dear, and only where a budget is exceeded.
    case diagnosis
  }

  let purpose: Purpose
  let scale: Scale

  /// What its recording keeps beside the statements.
  var keeping: Keeping {
    switch purpose {
    case .warmUp, .repetition: []
    case .measurement: [.work]
    case .diagnosis: [.values, .stacks, .work]
    }
  }

  /// The steps of a measurement that nothing exceeds.
  static func all(of axes: [Axis], warmUp: Bool) -> [MeasurementStep] {
    let scales = Scale.all(of: axes)
    var steps = scales.map { MeasurementStep(purpose: .measurement, scale: $0) }
    // Without a warm-up the first run may differ from the second by what is looked up once.
    if warmUp, let first = scales.first {
      steps.insert(MeasurementStep(purpose: .repetition, scale: first), at: 1)
      steps.insert(MeasurementStep(purpose: .warmUp, scale: first), at: 0)
    }
    return steps
  }
}
