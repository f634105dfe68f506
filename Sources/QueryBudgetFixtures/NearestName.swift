import QueryBudget

/// Finds the name that was meant.
enum NearestName {
  /// `: did you mean article?`, or the names that there are when none is near.
  static func hint(for name: String, among names: some Collection<String>) -> String {
    if let nearest = find(name, among: names) { return ": did you mean \(nearest)?" }
    return names.isEmpty ? "." : ": there are \(names.joined(separator: ", "))."
  }

  /// The name that takes the fewest letters to be changed, if it is like it at all.
  static func find(_ name: String, among names: some Collection<String>) -> String? {
    let wanted = Array(CaseFolding.folded(name).utf8)
    let distances = names.map { ($0, distance(wanted, Array(CaseFolding.folded($0).utf8))) }
    guard let best = distances.min(by: { $0.1 < $1.1 }) else { return nil }
    return best.1 <= max(1, wanted.count / 3) ? best.0 : nil
  }

  /// How many letters have to be put in, left out, replaced, or swapped with their neighbour.
  private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
    var before: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var next = [row + 1]
      for (column, candidate) in other.enumerated() {
        let replaced = last[column] + (letter == candidate ? 0 : 1)
        var best = min(replaced, last[column + 1] + 1, next[column] + 1)
        let isSwap =
          row > 0 && column > 0 && letter == other[column - 1] && one[row - 1] == candidate
        if isSwap { best = min(best, before[column - 1] + 1) }
        next.append(best)
      }
      (before, last) = (last, next)
    }
    return last[other.count]
  }
}
