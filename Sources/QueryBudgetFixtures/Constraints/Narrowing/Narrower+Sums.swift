import QueryBudgetSQLite

/// Comparisons of sums and products of columns, such as `low + high <= 100`.
extension Narrower {
  mutating func compareSums(_ sign: String, _ one: Expression, _ other: Expression) {
    guard let left = LinearForm(one, constant: constant),
      let right = LinearForm(other, constant: constant)
    else { return compareProducts(sign, one, other) }
    let form = left.plus(right.times(-1))
    switch form.terms.count {
    case 0: break
    case 1: single(sign, form)
    default: sign == "=" || sign == "IS" ? solve(form) : several(sign, form)
    }
  }

  /// `price * 100 > 50`.
  private mutating func single(_ sign: String, _ form: LinearForm) {
    let term = form.terms[0]
    let bound = -form.constant / term.factor
    let turned = ["<": ">", "<=": ">=", ">": "<", ">=": "<="]
    let sign = term.factor < 0 ? turned[sign] ?? sign : sign
    guard term.isPlain else { return }
    let column = term.column
    let isWhole = table.column(column)?.affinity == .integer
    switch sign {
    case "=", "IS":
      let value: SQLiteValue =
        bound == bound.rounded() && Swift.abs(bound) < 1e15
        ? .integer(Int64(bound)) : .real(bound)
      update { $0[column].allow([value]) }
    case "<>": update { $0[column].exclude([.real(bound)]) }
    default: update { $0[column].bound(sign, bound, isWhole: isWhole) }
    }
  }

  private mutating func several(_ sign: String, _ form: LinearForm) {
    let rising = form.terms.filter { $0.factor > 0 }
    let falling = form.terms.filter { $0.factor < 0 }
    if rising.count == 1, falling.count == 1 {
      let (one, other) = (rising[0].column, falling[0].column)
      let isBelow = sign.hasPrefix("<")
      update {
        $0.add(
          Facts.Order(low: isBelow ? one : other, high: isBelow ? other : one, isSoft: sign == "<>")
        )
      }
    } else if falling.isEmpty || rising.isEmpty, sign != "<>" {
      share(sign, falling.isEmpty ? form : form.times(-1), isTurned: !falling.isEmpty)
    }
  }

  /// Each column of a sum may take the same part of what there is.
  private mutating func share(_ sign: String, _ form: LinearForm, isTurned: Bool) {
    let isCapped = sign.hasPrefix("<") != isTurned
    let part = -form.constant / Double(form.terms.count)
    for term in form.terms where isFree(term.column) {
      let bound = part / term.factor
      let isWhole = table.column(term.column)?.affinity == .integer
      let strict = sign == "<" || sign == ">"
      let own = (isCapped ? "<" : ">") + (strict ? "" : "=")
      update { facts in
        if isCapped, bound >= 0, facts[term.column].domain.lower == nil {
          facts[term.column].raise(to: 0)
        }
        facts[term.column].bound(own, bound, isWhole: isWhole)
      }
    }
  }

  /// `low + high = 100`: the last of them is made from the others.
  private mutating func solve(_ form: LinearForm) {
    guard let term = form.terms.last(where: { isFree($0.column) && $0.isPlain }),
      form.terms.allSatisfy({ $0.factor == $0.factor.rounded() && Swift.abs($0.factor) < 1e15 }),
      Swift.abs(term.factor) == 1, facts.derived.isEmpty
    else { return }
    func number(_ value: Double) -> Expression {
      value == value.rounded() && Swift.abs(value) < 1e15
        ? .literal(.integer(Int64(value))) : .literal(.real(value))
    }
    var sum = number(-form.constant / term.factor)
    for other in form.terms where other.column != term.column {
      sum = .binary(
        "+", sum, .binary("*", number(-other.factor / term.factor), .column(other.column)))
    }
    // Values below zero would surprise: the others take no more than their part.
    share("<=", form, isTurned: false)
    update { facts in
      facts.add(Facts.Derived(column: term.column, expression: sum))
    }
  }

  /// `price * quantity <= 1000`, `abs(total - price * quantity) < 0.01`.
  private mutating func compareProducts(_ sign: String, _ one: Expression, _ other: Expression) {
    if case .call("ABS", let arguments) = one,
      case .binary("-", let left, let right)? = arguments.first,
      sign.hasPrefix("<"), other.columns.isEmpty
    {
      return compare("=", left, right)
    }
    guard case .binary("*", let left, let right) = one, sign.hasPrefix("<"),
      let bound = constant(other)?.number, bound > 0, let first = left.plainColumn,
      let second = right.plainColumn
    else { return }
    for column in [first, second] where isFree(column) {
      update { facts in
        if facts[column].domain.lower == nil { facts[column].raise(to: 0) }
        facts[column].cap(at: bound.squareRoot().rounded(.down))
      }
    }
  }
}
