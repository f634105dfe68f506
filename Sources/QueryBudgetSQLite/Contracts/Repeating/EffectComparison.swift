/// Compares what runs did outside of the database.
struct EffectComparison {
  /// The words of one effect; nil where two runs had another word.
  private typealias Pattern = [Substring?]

  /// What one run does.
  let expected: [String]
  private let patterns: [Pattern]

  /// Learns from two runs which words come out differently in each: keys by chance, times.
  init(_ one: [String], _ other: [String]) {
    expected = one
    patterns =
      one.count == other.count
      ? zip(one, other).compactMap { one, other in
        let (words, others) = (one.split(separator: " "), other.split(separator: " "))
        guard one != other, words.count == others.count else { return nil }
        return zip(words, others).map { $0 == $1 ? $0 : nil }
      } : []
  }

  /// Whether two effects are the same but for what comes out differently in each run.
  func isSame(_ one: String, _ other: String) -> Bool {
    one == other
      || patterns.contains { pattern in Self.fits(one, pattern) && Self.fits(other, pattern) }
  }

  /// What is in the list and not in the other one, each as often as it is too much.
  func surplus(_ effects: [String], over others: [String]) -> [String] {
    var others = others
    return effects.filter { effect in
      guard let place = others.firstIndex(where: { isSame($0, effect) }) else { return true }
      others.remove(at: place)
      return false
    }
  }

  /// The effects that one run has too.
  func known(_ effects: [String]) -> [String] {
    var expected = expected
    return effects.filter { effect in
      guard let place = expected.firstIndex(where: { isSame($0, effect) }) else { return false }
      expected.remove(at: place)
      return true
    }
  }

  private static func fits(_ effect: String, _ pattern: Pattern) -> Bool {
    let words = effect.split(separator: " ")
    return words.count == pattern.count && zip(words, pattern).allSatisfy { $1 == nil || $0 == $1 }
  }
}
