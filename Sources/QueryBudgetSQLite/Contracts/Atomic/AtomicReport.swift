import QueryBudget

/// Puts what was found into words.
struct AtomicReport {
  let bench: ContractBench
  let plan: AtomicPlan

  /// One violation for each mistake, in the order in which they showed.
  func violations(of breaches: [AtomicBreach]) -> [ContractViolation] {
    var mistakes: [AtomicBreach.Mistake] = []
    let byMistake = Dictionary(grouping: breaches, by: \.mistake)
    for breach in breaches where !mistakes.contains(breach.mistake) {
      mistakes.append(breach.mistake)
    }
    return mistakes.compactMap { mistake in
      guard let same = byMistake[mistake], let first = same.first else { return nil }
      return ContractViolation(
        "\(ending(of: first)) when \(name(of: first.step)) failed\(trail(of: first))",
        at: first.failed.map(bench.shown), rows: first.rows,
        advice: advice(on: first) + others(same))
    }
  }

  /// A call in which nothing failed left its transaction open.
  var openViolation: ContractViolation {
    ContractViolation(
      "It left its transaction open when nothing failed, so that nothing of it is kept",
      advice: ["Commit at the end, or use a closure that does it by itself."] + closures)
  }

  // MARK: What happened

  private func ending(of breach: AtomicBreach) -> String {
    switch breach.ending {
    case .leftOpen: "It left its transaction open"
    case .threw: "It threw the error and left rows behind"
    case .wentOn where !breach.beside.isEmpty: "It committed the rest"
    case .wentOn: "It returned as if all were well and left rows behind"
    }
  }

  private func name(of step: AtomicPlan.Step) -> String {
    step.point.isWrite
      ? "write \(step.number) of \(plan.writeCount)"
      : plan.commitCount > 1 ? "commit \(step.number) of \(plan.commitCount)" : "its commit"
  }

  private func trail(of breach: AtomicBreach) -> String {
    breach.way == .withAllBehind ? ", and every write behind it" : ""
  }

  private func others(_ same: [AtomicBreach]) -> [String] {
    let numbers = same.dropFirst().map(\.step.number)
    guard let first = numbers.first, let last = numbers.last else { return [] }
    let noun = same[0].step.point.isWrite ? "write" : "commit"
    let isRow = numbers.count > 2 && last - first == numbers.count - 1
    let listed = isRow ? "\(first) to \(last)" : numbers.map(String.init).joined(separator: ", ")
    return ["The same when \(noun) \(listed) failed."]
  }

  // MARK: How it came, and the way out

  private func advice(on breach: AtomicBreach) -> [String] {
    if breach.ending == .leftOpen {
      return ["Roll back where the error is caught, or use a closure that does it by itself."]
        + closures
    }
    if breach.way == .withAllBehind { return undone(breach) }
    return committedBefore(breach) + committedBeside(breach) + committedAfter(breach)
  }

  private func committedBefore(_ breach: AtomicBreach) -> [String] {
    guard !breach.before.isEmpty else { return [] }
    let elsewhere = breach.before.contains { $0.connection != breach.failed?.connection }
    let wayOut =
      elsewhere
      ? [
        "No transaction spans two connections: write all of it by one of them (a database that has "
          + "to be another one can be attached to it)."
      ]
      : ["Write all of it in one transaction."] + oneClosure
    return ["Committed before: \(listed(breach.before))."] + wayOut
  }

  private func committedBeside(_ breach: AtomicBreach) -> [String] {
    guard !breach.beside.isEmpty else { return [] }
    guard breach.ending == .wentOn else {
      let commit = breach.commit.map { listed([$0]) } ?? "COMMIT"
      return [
        "Committed though it failed: \(listed(breach.beside)).",
        "By \(commit): commit behind the last write, where no error gets to, and not in a `defer` or "
          + "a `catch`.",
      ] + closures
    }
    return [
      "Committed without it: \(listed(breach.beside)).",
      "The error was caught inside of the transaction: let it leave the transaction, so that all is "
        + "rolled back, and catch it there.",
    ]
  }

  private func committedAfter(_ breach: AtomicBreach) -> [String] {
    guard !breach.after.isEmpty else {
      let isUntold = breach.ending == .wentOn && breach.beside.isEmpty
      return isUntold ? ["The error was caught: let it reach the caller."] : []
    }
    var lines = ["Written after it failed: \(listed(breach.after))."]
    if breach.ending == .wentOn && breach.beside.isEmpty {
      lines.append("The error was caught and the work went on: let it end the work.")
    }
    if breach.before.isEmpty && breach.beside.isEmpty {
      let tables = Set(breach.rows.map(\.table)).sorted().map { "\"\($0)\"" }
      lines.append(
        "If a failure is to leave these rows, such as a log of failures, say so: "
          + "ignoring: [\(tables.joined(separator: ", "))].")
    }
    return lines
  }

  private func undone(_ breach: AtomicBreach) -> [String] {
    [
      "Committed before: \(listed(breach.before)).",
      "To be taken back by: \(listed(breach.undoing)).",
      "That can fail as well, and a process that dies doesn't get to it. Write all of it in one "
        + "transaction, which SQLite takes back.",
    ] + oneClosure
  }

  // MARK: Words

  private var usesGRDB: Bool { bench.recorder.openConnections.contains { $0.library == .grdb } }

  private var oneClosure: [String] {
    usesGRDB ? ["In GRDB: one write { db in … } around all of it, with db handed on."] : []
  }

  private var closures: [String] {
    usesGRDB ? ["In GRDB: write { db in … }, or db.inTransaction { … }."] : []
  }

  /// Each line that ran once, with the number of its runs.
  private func listed(_ statements: [RecordedStatement]) -> String {
    var lines: [AtomicBreach.Line] = []
    let byLine = Dictionary(grouping: statements, by: AtomicBreach.Line.init)
    for statement in statements {
      let line = AtomicBreach.Line(statement)
      if !lines.contains(line) { lines.append(line) }
    }
    return lines.map { line in
      let count = byLine[line]?.count ?? 1
      let site = byLine[line]?.first.flatMap { bench.shown($0).callSite }
      return (count > 1 ? "\(count) × " : "") + line.fingerprint.sql
        + (site.map { ", at \($0)" } ?? "")
    }.joined(separator: "; ")
  }
}
