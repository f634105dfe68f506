package import QueryBudget

/// What is measured, and how.
package struct MeasurementPlan {
  let name: String
  let recorder: StatementRecorder
  /// The name of what grows; nil takes that of the table that grew with the scale.
  let axis: String?
  let scales: [Int]
  let warmUp: Bool
  let budget: GrowthBudget
  let reading: RowsRead

  /// A plan; nothing is checked yet.
  package init(
    name: String,
    recorder: StatementRecorder,
    axis: String? = nil,
    scales: [Int] = [1, 10, 100],
    warmUp: Bool = true,
    budget: GrowthBudget = .constant,
    reading: RowsRead = .growing
  ) {
    self.name = name
    self.recorder = recorder
    self.axis = axis
    self.scales = scales
    self.warmUp = warmUp
    self.budget = budget
    self.reading = reading
  }

  /// The scales in order, or why they can't be measured.
  func check() throws(HarnessError) {
    let list = scales.map(String.init).joined(separator: ", ")
    let rises = zip(scales, scales.dropFirst()).allSatisfy(<)
    guard scales.count > 1, rises, scales.allSatisfy({ $0 >= 0 }) else {
      throw HarnessError(
        "\(name): the scales [\(list)] can't show growth: give two or more, none negative, each "
          + "larger than the one before, such as [1, 10, 100].")
    }
    guard recorder.detail != .counts else {
      throw HarnessError(
        "\(name): the recorder only counts, and a measurement needs rows: make it with "
          + "StatementRecorder(detail: .statements).")
    }
    guard !recorder.openConnections.isEmpty else {
      throw HarnessError("\(name): " + Doubt.noConnection.explanation())
    }
  }
}
