import QueryBudget
import QueryBudgetSQLite

/// One way of doing the work that is compared.
struct Contender {
  let name: String
  /// Records the work in one recording, which is taken and checked when the time has stopped.
  var recorder: StatementRecorder?
  /// Does the work so many times.
  let run: (Int) throws -> Void
}

/// Times ways of doing the same work against the first of them.
///
/// The rounds of all contenders are interleaved, so that a machine that slows down slows all of
/// them, and what is reported is the median of the rounds: of the times, and of the ratios to the
/// reference in the same round.
struct Comparison {
  let group: String
  let iterations: Int
  let rounds: Int
  let contenders: [Contender]

  func measure() throws -> [Measured] {
    for contender in contenders { _ = try nanoseconds(contender, iterations / 10 + 1) }
    var times = contenders.map { _ in [Double]() }
    for round in 0..<rounds {
      // Who goes first changes from round to round.
      for offset in contenders.indices {
        let index = (offset + round) % contenders.count
        times[index].append(
          try nanoseconds(contenders[index], iterations) / Double(iterations))
      }
    }
    return zip(contenders, times).map { contender, own in
      let ratios = zip(own, times[0]).map { $0 / $1 }
      return Measured(
        name: "\(group)/\(contender.name)", value: median(own), unit: "ns", ratio: median(ratios))
    }
  }

  private func nanoseconds(_ contender: Contender, _ times: Int) throws -> Double {
    let open = contender.recorder?.openScope()
    let elapsed = try ContinuousClock().measure { try contender.run(times) }
    if let open, let recording = contender.recorder?.closeScope(open),
      recording.queryCount != times
    {
      throw BenchmarkError(
        description: "\(contender.name) recorded \(recording.queryCount) of \(times)")
    }
    return elapsed.nanoseconds
  }
}

extension Duration {
  var nanoseconds: Double {
    Double(components.seconds) * 1e9 + Double(components.attoseconds) / 1e9
  }
}
