import QueryBudget

/// Reads a law as it is written: `1 + 2*articles*ceil(tags/10)/3`.
enum LawReader {
  static func law(_ text: String) -> GrowthLaw? {
    var constant = Rational(0)
    var terms: [GrowthLaw.Term] = []
    let signed = text.hasPrefix("-") ? "- " + text.dropFirst() : "+ " + text
    let words = signed.split(separator: " ")
    guard words.count.isMultiple(of: 2) else { return nil }
    for place in stride(from: 0, to: words.count, by: 2) {
      guard let term = term(words[place + 1], isNegative: words[place] == "-") else { return nil }
      if term.factors.isEmpty { constant = term.coefficient } else { terms.append(term) }
    }
    return .sum(constant: constant, terms: terms)
  }

  private static func term(_ text: Substring, isNegative: Bool) -> GrowthLaw.Term? {
    let match = text.wholeMatch(of: /(?:(\d+)(?:\*|(?=$|\/)))?([a-z][^ ]*?)?(?:\/(\d+))?/)
    guard let (_, multiple, product, divisor) = match?.output else { return nil }
    let numerator = multiple.flatMap { Int($0) } ?? 1
    let coefficient = Rational(
      isNegative ? -numerator : numerator, over: divisor.flatMap { Int($0) } ?? 1)
    let factors = (product ?? "").split(separator: "*").compactMap(factor)
    guard let coefficient, factors.count == (product ?? "").split(separator: "*").count else {
      return nil
    }
    return GrowthLaw.Term(coefficient, factors)
  }

  private static func factor(_ text: Substring) -> GrowthLaw.Factor? {
    if let match = text.wholeMatch(of: /(ceil|floor)\((\w+)\/(\d+)\)/)?.output {
      guard let rounding = GrowthLaw.Rounding(rawValue: String(match.1)), let every = Int(match.3)
      else { return nil }
      return .batches(String(match.2), every: every, rounding: rounding)
    }
    return text.wholeMatch(of: /\w+/) == nil ? nil : .axis(String(text))
  }
}
