/// The way out in the words of GRDB.
///
/// <https://github.com/groue/GRDB.swift/blob/master/Documentation/AssociationsBasics.md>
extension WayOutFacts {
  var grdbLines: [String] {
    switch kind {
    case .belongsTo: foreignKeys.map { "In GRDB: \(belongsTo($0))." }
    case .hasMany: foreignKeys.first.flatMap(hasMany).map { ["In GRDB: \($0)."] } ?? []
    case .through: foreignKeys.first.flatMap(through).map { ["In GRDB: \($0)."] } ?? []
    case .lookup, .update, .delete: keyed.map { ["In GRDB: \($0)."] } ?? []
    case .insert: []
    }
  }

  private func belongsTo(_ key: ForeignKey) -> String {
    let (child, name) = (SwiftName.type(of: key.table), SwiftName.association(of: key))
    let call = isOptional(key) ? "optional" : "required"
    let options = key.isRecursive || isAmbiguous(key) ? [#"key: "\#(name)""#] + using(key) : []
    return "\(child).including(\(call): \(child).\(name)), with "
      + "static let \(name) = \(call: "belongsTo", key.parentTable, options) on \(child)"
  }

  private func hasMany(_ key: ForeignKey) -> String? {
    let owner = SwiftName.type(of: key.parentTable)
    let isOne = schema.isUnique(key.columns, in: key.table)
    let name = isOne ? SwiftName.one(of: key.table) : SwiftName.many(of: key.table)
    let call = isOne ? "hasOne" : "hasMany"
    guard let request = request(of: owner, name, isOne: isOne) else { return nil }
    return "\(request), with static let \(name) = \(call: call, key.table, using(key)) on \(owner)"
  }

  private func through(_ key: ForeignKey) -> String? {
    guard let link = link(from: key, to: table) else { return nil }
    let owner = SwiftName.type(of: key.parentTable)
    let name = SwiftName.many(of: table)
    guard let request = request(of: owner, name, isOne: false) else { return nil }
    let pivot = "\(call: "hasMany", key.table, using(key))"
    let target = "\(SwiftName.type(of: key.table)).\(call: "belongsTo", table, using(link))"
    return "\(request), with static let \(name) = hasMany(\(SwiftName.type(of: table)).self, "
      + "through: \(pivot), using: \(target)) on \(owner)"
  }

  /// What to ask for with the owners; nil where GRDB has no association for it.
  private func request(of owner: String, _ name: String, isOne: Bool) -> String? {
    if let aggregate = reading?.aggregate {
      let names = [
        "count": "count", "min": "min(…)", "max": "max(…)", "avg": "average(…)",
        "sum": "sum(…)", "total": "total(…)",
      ]
      guard !isOne, let function = names[aggregate] else { return nil }
      return "\(owner).annotated(with: \(owner).\(name).\(function))"
    }
    if reading?.isLimited == true, !isOne { return nil }
    return "\(owner).including(\(isOne ? "optional" : "all"): \(owner).\(name))"
  }

  /// Rows by one column, which needs no association.
  private var keyed: String? {
    guard lookup.count == 1, let column = lookup.first, column.table == table else { return nil }
    let type = SwiftName.type(of: table)
    let isKey = schema.table(table)?.primaryKey == [column.column]
    let values = "values.contains(Column(\"\(column.column)\"))"
    let request = "\(type).filter(\(isKey ? "keys: keys" : values))"
    switch kind {
    case .update: return "\(request).updateAll(db, …)"
    case .delete: return isKey ? "\(type).deleteAll(db, keys: keys)" : "\(request).deleteAll(db)"
    default: return isKey ? "\(type).fetchAll(db, keys: keys)" : "\(request).fetchAll(db)"
    }
  }

  // MARK: Foreign keys

  /// Whether a row may have no parent.
  private func isOptional(_ key: ForeignKey) -> Bool {
    guard let table = schema.table(key.table) else { return true }
    return key.columns.contains { column in
      let isKey = table.primaryKey.contains { CaseFolding.areEqual($0, column) }
      return !isKey && table.column(column)?.isNotNull != true
    }
  }

  /// Whether GRDB can't tell which foreign key is meant.
  private func isAmbiguous(_ key: ForeignKey) -> Bool {
    schema.foreignKeys(of: key.table)
      .filter { CaseFolding.areEqual($0.parentTable, key.parentTable) }.count > 1
  }

  private func using(_ key: ForeignKey) -> [String] {
    guard isAmbiguous(key) else { return [] }
    let columns = key.columns.map { #""\#($0)""# }.joined(separator: ", ")
    return ["using: ForeignKey([\(columns)])"]
  }
}

extension DefaultStringInterpolation {
  /// `belongsTo(Author.self, using: …)`
  fileprivate mutating func appendInterpolation(
    call function: String, _ table: String, _ options: [String]
  ) {
    let arguments = ["\(SwiftName.type(of: table)).self"] + options
    appendLiteral("\(function)(\(arguments.joined(separator: ", ")))")
  }
}
