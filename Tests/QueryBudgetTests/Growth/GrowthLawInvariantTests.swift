@testable import QueryBudget
import Testing

/// What holds for every law, tried on many.
@Suite struct GrowthLawInvariantTests {
  private func forSamples(_ number: Int, _ check: (GeneratedLaw, String) -> Void) {
    for seed in 0..<number {
      for axes in 1...3 where axes == 1 || seed.isMultiple(of: 3) {
        // Other seeds than those of the laws that are found again.
        var generator = LawGenerator(seed: 1_000_000 + seed)
        let sample = generator.law(axes: axes)
        check(sample, "seed \(seed), \(axes) axes: \(sample)")
      }
    }
  }

  @Test("So many times the counts are so many times the law")
  func multiples() {
    forSamples(300) { sample, seed in
      let factor = 2 + sample.counts[0] % 5
      let found = GrowthLaw(
        counts: sample.counts.map { $0 * factor }, at: sample.runs, on: sample.axes)
      guard case .sum(let constant, let terms) = sample.law,
        let times = try? GrowthLaw.sum(
          constant: constant * Rational(factor),
          terms: terms.map { .init(try $0.coefficient * Rational(factor), $0.factors) })
      else { return }
      if found != times { Issue.record("\(seed), times \(factor): \(found)") }
    }
  }

  @Test("So many more at every scale are so many more in the constant")
  func shifts() {
    forSamples(300) { sample, seed in
      let found = GrowthLaw(
        counts: sample.counts.map { $0 + 17 }, at: sample.runs, on: sample.axes)
      guard case .sum(let constant, let terms) = sample.law,
        let more = try? GrowthLaw.sum(constant: constant + 17, terms: terms)
      else { return }
      if found != more { Issue.record("\(seed): \(found)") }
    }
  }

  @Test("In which order the axes are given changes only how the law is written")
  func orderOfAxes() {
    forSamples(300) { sample, seed in
      let found = GrowthLaw(
        counts: sample.counts, at: sample.runs, on: sample.axes.reversed())
      guard case .sum(let constant, let terms) = found,
        case .sum(let expectedConstant, let expectedTerms) = sample.law
      else {
        Issue.record("\(seed): \(found)")
        return
      }
      let reversed = Set(
        expectedTerms.map { GrowthLaw.Term($0.coefficient, $0.factors.reversed()) })
      if constant != expectedConstant || Set(terms) != reversed {
        Issue.record("\(seed): \(found)")
      }
    }
  }

  @Test("In which order the runs after the base are given changes nothing")
  func orderOfRuns() {
    forSamples(300) { sample, seed in
      // One axis has its scales in rising order by definition.
      guard sample.axes.count > 1 else { return }
      let found = GrowthLaw(
        counts: sample.counts[..<1] + sample.counts[1...].reversed(),
        at: sample.runs[..<1] + sample.runs[1...].reversed(), on: sample.axes)
      if found != sample.law { Issue.record("\(seed): \(found)") }
    }
  }

  @Test("What is written reads back as the same law")
  func roundTrip() {
    forSamples(300) { sample, seed in
      let read = LawReader.law(sample.law.description)
      if read != sample.law { Issue.record("\(seed): \(String(describing: read))") }
    }
  }

  @Test("The sum of two laws gives the sum of their counts")
  func sums() {
    var previous: GeneratedLaw?
    forSamples(300) { sample, seed in
      defer { previous = sample }
      guard let other = previous,
        let sum = GrowthLaw.sum(of: [sample.law, other.law], on: sample.axes)
      else { return }
      for run in sample.runs {
        guard let left = sample.law.count(at: run), let right = other.law.count(at: run) else {
          continue
        }
        if sum.count(at: run) != left + right { Issue.record("\(seed) and \(other): \(sum)") }
      }
      #expect(LawReader.law(sum.description) == sum, "\(seed) and \(other)")
    }
  }

  @Test("A rate is what so many more rows add, over whole batches")
  func rates() {
    forSamples(300) { sample, seed in
      let base = sample.runs[0]
      for (place, axis) in sample.axes.enumerated() {
        guard case .sum(_, let terms) = sample.law else { return }
        let touching = terms.filter { $0.factors.contains { $0.axis == axis.name } }
        let rate = sample.law.rate(on: axis.name)
        if touching.contains(where: { $0.factors.count > 1 }) {
          if rate != nil { Issue.record("\(seed): a rate of \(rate ?? 0) on \(axis.name)") }
          continue
        }
        // As many rows as fill whole batches of every size, and a whole number of any fraction.
        let rows = touching.reduce(420) { rows, term in
          if case .batches(_, let every, _) = term.factors[0] { rows * every } else { rows }
        }
        var counts = base.axisCounts
        counts[place] += rows
        let later = Scale(axisNames: base.axisNames, axisCounts: counts)
        guard let before = sample.law.count(at: base), let after = sample.law.count(at: later),
          rate == Rational(after - before, over: rows)
        else {
          Issue.record("\(seed): a rate of \(String(describing: rate)) on \(axis.name)")
          return
        }
      }
    }
  }
}
