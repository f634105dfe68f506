import QueryBudget

/// What SQLite stores in a column.
///
/// <https://www.sqlite.org/datatype3.html>
enum StorageClass: Sendable, Hashable {
  case integer, real, text, blob, null

  /// What a column is to hold; nil where the domain asks for what it can't hold.
  init?(_ request: SeriesRequest) {
    let natural = Self.natural(request)
    guard let asked = request.domain.storageClass else {
      self = natural
      return
    }
    guard let asked = Self.named(asked), Self.holds(asked, request) else { return nil }
    self = asked
  }

  private static func named(_ name: String) -> StorageClass? {
    switch CaseFolding.folded(name) {
    case "INTEGER": .integer
    case "REAL": .real
    case "TEXT": .text
    case "BLOB": .blob
    case "NULL": .null
    default: nil
    }
  }

  /// Whether a value stays of this class when it is stored.
  private static func holds(_ storage: StorageClass, _ request: SeriesRequest) -> Bool {
    if storage == .null { return !request.column.isNotNull }
    if request.isStrict, request.type.name != "ANY" { return storage == natural(request) }
    switch request.column.affinity {
    case .text: return storage == .text || storage == .blob
    case .real: return storage != .integer
    default: return true
    }
  }

  private static func natural(_ request: SeriesRequest) -> StorageClass {
    if request.isStrict, request.type.name != "ANY" { return strict(request.type) }
    if request.type.isBinary { return .blob }
    let domain = request.domain
    let isText =
      domain.shape != nil || domain.alphabet != nil || domain.letterCase != nil
      || domain.format != nil
    switch request.column.affinity {
    case .integer: return isText ? .text : .integer
    case .real: return isText ? .text : .real
    case .text: return .text
    case .blob where !request.type.name.isEmpty: return isText ? .text : .blob
    default: return isText ? .text : open(request)
    }
  }

  private static func strict(_ type: DeclaredType) -> StorageClass {
    switch type.name {
    case "INT", "INTEGER": .integer
    case "REAL": .real
    case "BLOB": .blob
    default: .text
    }
  }

  /// By the type's name, and where that says nothing by what the column is for.
  private static func open(_ request: SeriesRequest) -> StorageClass {
    let (domain, type) = (request.domain, request.type)
    let hasBounds = domain.lower != nil || domain.upper != nil || domain.multipleOf != nil
    if request.meaning == .time, type.timeFormat != nil { return .text }
    if type.isDecimal { return type.scale == 0 || isCount(request) ? .integer : .real }
    if request.meaning?.isNumber == true || hasBounds && request.meaning != .time {
      return isFraction(request) ? .real : .integer
    }
    return .text
  }

  /// Whether a NUMERIC without places is for whole numbers.
  private static func isCount(_ request: SeriesRequest) -> Bool {
    guard request.type.arguments.isEmpty, request.type.name == "NUMERIC" else { return false }
    return !isFraction(request)
  }

  private static func isFraction(_ request: SeriesRequest) -> Bool {
    switch request.meaning {
    case .money, .ratio, .latitude, .longitude: true
    default: false
    }
  }
}

extension SeriesRequest {
  /// Whether a column of whole numbers may hold others where there is no whole one for it.
  var canHoldReals: Bool {
    !isStrict && domain.storageClass == nil && domain.multipleOf == nil
  }

  /// Whether the column must hold reals, and its affinity makes a whole number of one without a
  /// fraction.
  var needsFraction: Bool {
    guard let storage = domain.storageClass, CaseFolding.areEqual(storage, "real") else {
      return false
    }
    return column.affinity == .integer || column.affinity == .numeric
  }
}
