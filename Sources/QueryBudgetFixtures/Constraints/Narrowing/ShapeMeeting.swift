/// Texts that look like two patterns at once.
enum ShapeMeeting {
  /// What both leave; nil where that isn't told by their beginnings alone.
  static func meet(
    _ one: [ValueDomain.ShapePart],
    _ other: [ValueDomain.ShapePart]
  ) -> [ValueDomain.ShapePart]? {
    let (ones, others) = (letters(one), letters(other))
    var result: [ValueDomain.ShapePart] = []
    var index = 0
    while index < ones.count, index < others.count {
      // Behind a part of any length only one of them may still ask for something.
      if ones[index] == .any { return result + rest(others, index, before: ones) }
      if others[index] == .any { return result + rest(ones, index, before: others) }
      guard let letter = meet(ones[index], others[index]) else { return nil }
      result.append(letter)
      index += 1
    }
    return ones.count == others.count ? result : nil
  }

  private static func rest(
    _ parts: [ValueDomain.ShapePart],
    _ index: Int,
    before open: [ValueDomain.ShapePart]
  ) -> [ValueDomain.ShapePart] {
    // What the open one asks for behind its gap is asked for at the end.
    let tail = open[(index + 1)...]
    return parts[index...] + (tail.isEmpty ? [] : [.any] + tail)
  }

  /// The parts, one letter each.
  private static func letters(_ parts: [ValueDomain.ShapePart]) -> [ValueDomain.ShapePart] {
    parts.flatMap { part -> [ValueDomain.ShapePart] in
      if case .literal(let text) = part { text.map { .literal(String($0)) } } else { [part] }
    }
  }

  private static func meet(
    _ one: ValueDomain.ShapePart,
    _ other: ValueDomain.ShapePart
  ) -> ValueDomain.ShapePart? {
    switch (one, other) {
    case (.literal(let one), .literal(let other)): one == other ? .literal(one) : nil
    case (.literal(let letter), .oneOf(let letters)), (.oneOf(let letters), .literal(let letter)):
      letters.isEmpty || letters.contains(letter) ? .literal(letter) : nil
    case (.oneOf(let one), .oneOf(let other)):
      meet(one, other)
    case (.any, _), (_, .any): nil
    }
  }

  private static func meet(_ one: String, _ other: String) -> ValueDomain.ShapePart? {
    if one.isEmpty { return .oneOf(other) }
    if other.isEmpty { return .oneOf(one) }
    let both = one.filter(other.contains)
    return both.isEmpty ? nil : .oneOf(both)
  }
}
