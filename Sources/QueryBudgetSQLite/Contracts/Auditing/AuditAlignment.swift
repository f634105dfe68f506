/// Finds which entry tells of which changes of one row in one transaction.
///
/// An entry may tell of one change, or of several that follow one another: the first old values and
/// the last new ones.
struct AuditAlignment {
  /// A run of changes, the entry that tells of it, and what is wrong with it.
  struct Pair {
    let change: AuditedChange
    let entry: AuditEntry
    let mistakes: [AuditMistake]
  }

  private(set) var pairs: [Pair] = []
  private(set) var missing: [AuditedChange] = []
  private(set) var extra: [AuditEntry] = []

  private let rules: AuditRules
  private let changes: [AuditedChange]
  private let entries: [AuditEntry]
  private var known: [Step: (cost: Int, move: Move)] = [:]

  private struct Step: Hashable {
    let change: Int
    let entry: Int
  }

  private enum Move {
    case end
    case leaveOut(to: Int)
    case missing
    case extra
    case pair(to: Int)
  }

  init(_ changes: [AuditedChange], _ entries: [AuditEntry], _ rules: AuditRules) {
    self.rules = rules
    self.changes = changes
    self.entries = entries
    var step = Step(change: 0, entry: 0)
    while true {
      switch best(step).move {
      case .end: return
      case .leaveOut(let to): step = Step(change: to, entry: step.entry)
      case .missing:
        missing.append(changes[step.change])
        step = Step(change: step.change + 1, entry: step.entry)
      case .extra:
        extra.append(entries[step.entry])
        step = Step(change: step.change, entry: step.entry + 1)
      case .pair(let to):
        let change = changes[step.change].through(changes[to - 1])
        let entry = entries[step.entry]
        pairs.append(
          Pair(change: change, entry: entry, mistakes: rules.mistakes(entry, of: change)))
        step = Step(change: to, entry: step.entry + 1)
      }
    }
  }

  private mutating func best(_ step: Step) -> (cost: Int, move: Move) {
    if let known = known[step] { return known }
    var found = (cost: 0, move: Move.end)
    let options = options(step)
    if let best = options.min(by: { $0.cost < $1.cost }) { found = best }
    known[step] = found
    return found
  }

  private mutating func options(_ step: Step) -> [(cost: Int, move: Move)] {
    var options: [(cost: Int, move: Move)] = []
    for end in ends(step.change) {
      let change = changes[step.change].through(changes[end - 1])
      if step.entry < entries.count {
        let weight = rules.mistakes(entries[step.entry], of: change).reduce(0) { $0 + $1.weight }
        let rest = best(Step(change: end, entry: step.entry + 1)).cost
        options.append((min(weight, 12) + rest, .pair(to: end)))
      }
      if rules.isVoid(change) {
        options.append((best(Step(change: end, entry: step.entry)).cost, .leaveOut(to: end)))
      }
    }
    if step.entry < entries.count {
      options.append((10 + best(Step(change: step.change, entry: step.entry + 1)).cost, .extra))
    }
    if step.change < changes.count {
      options.append((20 + best(Step(change: step.change + 1, entry: step.entry)).cost, .missing))
    }
    return options
  }

  /// Where a run that begins at a change may end. Of a row that changes very often each change by
  /// itself is tried, and all of them.
  private func ends(_ start: Int) -> [Int] {
    guard start < changes.count else { return [] }
    return changes.count > 24 ? [start + 1, changes.count] : Array(start + 1...changes.count)
  }
}
