import Foundation

/// What the tool takes for 10,000 baselines, as a process: against git where git does the same, and
/// against reading the files.
enum BaselineBenchmarks {
  private static let most = 10_000

  /// `diff` against `git diff --stat` of the same two states: with no, with ten and with all
  /// baselines changed.
  static func diff(rounds: Int) throws -> [Measured] {
    let repository = try BaselineRepository(count: most)
    var figures: [Measured] = []
    for (name, changed) in [("none", 0), ("ten", 10), ("all", most)] {
      let base = repository.revision(changing: changed)
      figures += try compare(
        "baselines/diff/\(name)", rounds: rounds,
        reference: ("git", { try repository.git("diff", "--stat", base, "--", "Baselines") }),
        tool: {
          // Something is worse where ten differ, and nothing where all but those got better.
          let status: ClosedRange<Int32> = changed == 0 ? 0...0 : 0...1
          try tool(["diff", "--base", base], in: repository, expecting: status)
        })
    }
    return figures
      + (try memory("baselines/diff", ["diff", "--base", "HEAD~1"], in: repository, 1...1))
  }

  /// `check` against reading all files into memory.
  static func check(rounds: Int) throws -> [Measured] {
    let repository = try BaselineRepository(count: most)
    let figures = try compare(
      "baselines/check", rounds: rounds,
      reference: (
        "read",
        {
          for path in repository.baselines {
            guard FileManager.default.contents(atPath: path)?.isEmpty == false else {
              throw BenchmarkError(description: "\(path) can't be read")
            }
          }
        }
      ),
      tool: { try tool(["check"], in: repository, expecting: 0...0) })
    return figures + (try memory("baselines/check", ["check"], in: repository, 0...0))
  }

  private static func compare(
    _ group: String,
    rounds: Int,
    reference: (name: String, run: () throws -> Void),
    tool: () throws -> Void
  ) throws -> [Measured] {
    var times: [(reference: Double, tool: Double)] = []
    try reference.run()
    for _ in 0..<max(rounds / 6, 3) {
      let clock = ContinuousClock()
      let before = try clock.measure(reference.run).nanoseconds
      times.append((before, try clock.measure(tool).nanoseconds))
    }
    return [
      Measured(
        name: "\(group)/\(reference.name)", value: median(times.map(\.reference)) / 1e6,
        unit: "ms", ratio: 1),
      Measured(
        name: group, value: median(times.map(\.tool)) / 1e6, unit: "ms",
        ratio: median(times.map { $0.tool / $0.reference })),
    ]
  }

  /// The memory for ten times as many files, against that for a tenth of them.
  private static func memory(
    _ group: String,
    _ arguments: [String],
    in many: BaselineRepository,
    _ status: ClosedRange<Int32>
  ) throws -> [Measured] {
    let few = try BaselineRepository(count: most / 10)
    let sizes = try [few, many].map { repository in
      try tool(arguments, in: repository, expecting: status, watchingMemory: true)
    }
    // Only Linux says it of a process that runs.
    guard let small = sizes[0], let large = sizes[1] else { return [] }
    return [
      Measured(name: "\(group)/memory 1000", value: small / 1e6, unit: "MB", ratio: 1),
      Measured(
        name: "\(group)/memory 10000", value: large / 1e6, unit: "MB", ratio: large / small),
    ]
  }

  /// The most memory that the tool held, where somebody looked.
  @discardableResult
  private static func tool(
    _ arguments: [String],
    in repository: BaselineRepository,
    expecting status: ClosedRange<Int32>,
    watchingMemory: Bool = false
  ) throws -> Double? {
    let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent().appendingPathComponent("query-budget").path
    let run = try MeasuredProcess(
      program, arguments, in: repository.folder.path, watchingMemory: watchingMemory)
    guard status.contains(run.status) else {
      throw BenchmarkError(
        description: "query-budget \(arguments[0]) ended with status \(run.status)")
    }
    return run.memory
  }
}
