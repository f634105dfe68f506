extension Baseline {
  /// A value that decodes and yet says nothing, or contradicts another one.
  struct Fault: Hashable {
    let path: JSONPath
    let text: String
  }

  /// The first such value.
  var fault: Fault? {
    let top = JSONPath()
    if name.isEmpty { return Fault(path: top["name"], text: "is empty") }
    return scalesFault(at: top["scales"]) ?? lawFault(queries, at: top["queries"])
      ?? statementsFault(at: top["statements"])
  }

  private func scalesFault(at path: JSONPath) -> Fault? {
    if scales.isEmpty { return Fault(path: path, text: "names nothing that grows") }
    for (axis, scales) in scales.sorted(by: { $0.key < $1.key }) {
      let rises = zip(scales, scales.dropFirst()).allSatisfy(<)
      if scales.count < 2 || scales[0] < 0 || !rises {
        return Fault(
          path: path[axis], text: "must hold two numbers or more that rise, none negative")
      }
    }
    return nil
  }

  private func statementsFault(at path: JSONPath) -> Fault? {
    var seen: Set<Fingerprint> = []
    for (place, statement) in statements.enumerated() {
      let path = path[place]
      if statement.sql.isEmpty { return Fault(path: path["sql"], text: "is empty") }
      if !seen.insert(Fingerprint(of: statement.sql)).inserted {
        return Fault(path: path["sql"], text: "is a statement that is listed above already")
      }
      let fault =
        lawFault(statement.runs, at: path["runs"])
        ?? statement.rows.flatMap { lawFault($0, at: path["rows"]) }
      if let fault { return fault }
    }
    return nil
  }

  private func lawFault(_ text: String, at path: JSONPath) -> Fault? {
    if GrowthLaw(text, over: axes) != nil { return nil }
    let names = FailureText.listed(axes.map(\.name))
    return Fault(
      path: path, text: "is \(text.debugDescription), which is no growth law over \(names)")
  }
}
