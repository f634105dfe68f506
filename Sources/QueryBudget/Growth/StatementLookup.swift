/// What a statement looks up, whether it is written for one value or for a list of them.
///
/// Libraries write `id = ?` where there is one value and `id IN (?, ?, …)` where there are more:
/// GRDB does, when it loads what belongs to the rows it has found. At the scale 1 such a statement
/// has another fingerprint than at 10, and is the same to whoever asks how often it runs.
enum StatementLookup {
  /// The tallies of one lookup in each run.
  struct Group {
    var tallies: [[StatementTally]]

    /// The spelling that runs at the largest scale, most often if there are several.
    var representative: StatementTally

    /// How many times it ran in each run.
    var runs: [Int] { tallies.map { $0.map(\.runs).reduce(0, +) } }

    /// How many rows it returned in each run.
    var rows: [Int] { tallies.map { $0.map(\.rows).reduce(0, +) } }
  }

  /// Groups the tallies of the runs, in the order in which each lookup runs first.
  static func groups(of runs: [[StatementTally]]) -> [Group] {
    var groups: [Group] = []
    // Of each lookup and of each of its spellings, so that a spelling is worked out once.
    var places: [Fingerprint: Int] = [:]
    func place(of lookup: Fingerprint, _ tally: StatementTally) -> Int {
      if let known = places[lookup] { return known }
      places[lookup] = groups.count
      groups.append(Group(tallies: runs.map { _ in [] }, representative: tally))
      return groups.count - 1
    }
    for (run, tallies) in runs.enumerated() {
      var last: [Int: StatementTally] = [:]
      for tally in tallies {
        let spelling = tally.shape.fingerprint
        let place = places[spelling] ?? place(of: lookup(spelling), tally)
        places[spelling] = place
        groups[place].tallies[run].append(tally)
        if tally.runs > last[place]?.runs ?? 0 { last[place] = tally }
      }
      for (place, tally) in last { groups[place].representative = tally }
    }
    return groups
  }

  /// The fingerprint of the spelling for one value.
  static func lookup(_ fingerprint: Fingerprint) -> Fingerprint {
    let list = " IN (?)"
    guard fingerprint.sql.contains(list) else { return fingerprint }
    return Fingerprint(of: fingerprint.sql.replacing(list, with: " = ?"))
  }
}
