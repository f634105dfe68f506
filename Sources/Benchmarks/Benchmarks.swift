import ArgumentParser
import Foundation

/// Prints what the harness costs, as ratios to references in the same run.
@main
struct Benchmarks: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure what recording, fingerprints and assertions cost, as ratios in one run."
  )

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  @Option(help: "How the figures are printed.")
  var format = Format.text

  @Option(help: "How many interleaved rounds the medians are taken of.")
  var rounds = 31

  @Option(help: "Only the groups whose name contains this, such as prepared.")
  var filter = ""

  private struct Group {
    let name: String
    let measure: @Sendable (_ rounds: Int) async throws -> [Measured]
  }

  private static let groups = [
    Group(name: "prepared") { try RecordingBenchmarks.prepared(rounds: $0) },
    Group(name: "unprepared") { try RecordingBenchmarks.unprepared(rounds: $0) },
    Group(name: "grdb") { try RecordingBenchmarks.grdb(rounds: $0) },
    Group(name: "fingerprint/distinct") { [try FingerprintBenchmarks.distinct(rounds: $0)] },
    Group(name: "fingerprint/seen") { [try FingerprintBenchmarks.seen(rounds: $0)] },
    Group(name: "assertion") { try await AssertionBenchmarks.newsroomList(rounds: $0) },
    Group(name: "contracts") { try ContractBenchmarks.contracts(rounds: $0) },
    Group(name: "baselines/diff") { try BaselineBenchmarks.diff(rounds: $0) },
    Group(name: "baselines/check") { try BaselineBenchmarks.check(rounds: $0) },
    Group(name: "fixtures/rows") { try RowBenchmarks.rows(rounds: $0) },
    Group(name: "fixtures/assertion") { try FixtureBenchmarks.assertion(rounds: $0) },
  ]

  func validate() throws {
    guard rounds > 0 else { throw ValidationError("--rounds must be 1 or more.") }
  }

  func run() async throws {
    var figures: [Measured] = []
    for group in Self.groups where filter.isEmpty || group.name.contains(filter) {
      figures += try await group.measure(rounds)
    }
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(figures), as: UTF8.self))
    case .text:
      for figure in figures { print(line(figure)) }
    }
  }

  private func line(_ figure: Measured) -> String {
    let value = String(format: "%10.1f", figure.value)
    let name = figure.name.padding(toLength: 28, withPad: " ", startingAt: 0)
    let unit = figure.unit.padding(toLength: 5, withPad: " ", startingAt: 0)
    let ratio = figure.ratio.map { String(format: "%8.3f", $0) } ?? ""
    return "\(name)\(value) \(unit)\(ratio)"
  }
}
