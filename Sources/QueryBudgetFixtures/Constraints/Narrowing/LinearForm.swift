import QueryBudgetSQLite

/// A sum of columns, each times a number, and a number.
struct LinearForm {
  struct Term {
    let column: String
    var factor: Double

    /// Whether it is the column itself, and not a function of it that rises with it.
    var isPlain: Bool
  }

  var terms: [Term] = []
  var constant = 0.0

  /// Takes an expression apart; nil where it is no such sum.
  init?(_ expression: Expression, constant evaluate: (Expression) -> SQLiteValue?) {
    if expression.columns.isEmpty {
      guard let number = evaluate(expression)?.number else { return nil }
      constant = number
      return
    }
    switch expression {
    case .column(let name): terms = [Term(column: name, factor: 1, isPlain: true)]
    case .unary("-", let one):
      guard let form = LinearForm(one, constant: evaluate) else { return nil }
      self = form.times(-1)
    case .unary("+", let one), .collate(let one, _):
      guard let form = LinearForm(one, constant: evaluate) else { return nil }
      self = form
    case .binary(let sign, let one, let other):
      guard let left = LinearForm(one, constant: evaluate),
        let right = LinearForm(other, constant: evaluate),
        let form = Self.combined(sign, left, right)
      else { return nil }
      self = form
    case .cast(let one, _):
      guard let form = LinearForm(one, constant: evaluate) else { return nil }
      self = form.asFunction
    case .call(let name, let arguments) where Self.rising.contains(name):
      let inner = name == "STRFTIME" ? arguments.dropFirst().first : arguments.first
      guard let inner, let form = LinearForm(inner, constant: evaluate), form.terms.count == 1
      else { return nil }
      self = form.asFunction
    default: return nil
    }
  }

  /// Functions whose value rises with that of their argument.
  private static let rising: Set = [
    "DATE", "DATETIME", "TIME", "JULIANDAY", "UNIXEPOCH", "STRFTIME", "COALESCE", "IFNULL",
    "ROUND",
  ]

  private static func combined(_ sign: String, _ one: LinearForm, _ other: LinearForm)
    -> LinearForm?
  {
    switch sign {
    case "+": return one.plus(other)
    case "-": return one.plus(other.times(-1))
    case "*":
      if one.terms.isEmpty { return other.times(one.constant) }
      return other.terms.isEmpty ? one.times(other.constant) : nil
    case "/":
      guard other.terms.isEmpty, other.constant != 0 else { return nil }
      // SQLite cuts off what is left of whole numbers.
      return one.times(1 / other.constant).asFunction
    default: return nil
    }
  }

  func times(_ factor: Double) -> LinearForm {
    var form = self
    for index in form.terms.indices { form.terms[index].factor *= factor }
    form.constant *= factor
    return form
  }

  func plus(_ other: LinearForm) -> LinearForm {
    var form = self
    form.constant += other.constant
    for term in other.terms {
      if let known = form.terms.firstIndex(where: { $0.column == term.column }) {
        form.terms[known].factor += term.factor
        form.terms[known].isPlain = form.terms[known].isPlain && term.isPlain
      } else {
        form.terms.append(term)
      }
    }
    form.terms.removeAll { $0.factor == 0 }
    return form
  }

  private var asFunction: LinearForm {
    var form = self
    for index in form.terms.indices { form.terms[index].isPlain = false }
    return form
  }
}
