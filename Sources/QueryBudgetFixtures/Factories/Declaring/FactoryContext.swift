import QueryBudget

/// What a factory's closures can draw on while a record is built.
public struct FactoryContext: Sendable {
  /// The number of the record: from 1 on, for each factory by itself, until it is reset.
  public let number: Int

  let factory: FactoryName
  let sequences: FactorySequences
  let transient: [String: any Sendable]

  /// The next number of a sequence of this factory: from 1 on, each by itself.
  public func sequence(_ name: String) -> Int {
    sequences.next(of: factory.name, name)
  }

  /// The next value of a sequence of this factory.
  ///
  /// ```swift
  /// let tag = Factory("tag") { _, make in ["name": make.sequence("name") { "Tag \($0)" }] }
  /// ```
  public func sequence<Value>(
    _ name: String,
    _ value: (Int) throws -> Value
  ) rethrows -> Value {
    try value(sequence(name))
  }

  /// The transient value of a name: the call's, or else the last that the factory or a trait
  /// declares.
  ///
  /// Throws a ``FixtureError`` when the factory declares none of that name, or it is of another type.
  public func transient<Value>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    try TransientValues.value(name, of: transient, factory)
  }
}

/// What a factory's closures can draw on while rows are created.
public struct CreationContext: Sendable {
  /// The number of the record, as ``FactoryContext/number``.
  public let number: Int

  /// Fixtures on the same connection, in the same transaction.
  public let fixtures: Fixtures

  let factory: FactoryName
  let transient: [String: any Sendable]

  /// The transient value of a name: the call's, or else the last that the factory or a trait
  /// declares.
  ///
  /// Throws a ``FixtureError`` when the factory declares none of that name, or it is of another type.
  public func transient<Value>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
    try TransientValues.value(name, of: transient, factory)
  }
}

/// How errors name a factory.
struct FactoryName: Sendable {
  let name: String
  let table: String

  func error(_ description: String, column: String? = nil) -> FixtureError {
    FixtureError(description, table: table, column: column)
  }
}

extension Factory {
  var label: FactoryName { FactoryName(name: name, table: table) }
}

enum TransientValues {
  static func value<Value>(
    _ name: String,
    of values: [String: any Sendable],
    _ factory: FactoryName
  ) throws -> Value {
    guard let stored = values[name] else { throw unknown(name, among: values, factory) }
    if let value = stored as? Value { return value }
    throw factory.error(
      "Transient value \(name) of factory \(factory.name) is \(stored), no \(Value.self): "
        + "give one of that type, or read it as another one.")
  }

  static func unknown(
    _ name: String,
    among values: [String: any Sendable],
    _ factory: FactoryName
  ) -> FixtureError {
    let hint =
      values.isEmpty
      ? ": declare it with transient(\"\(name)\", …)."
      : NearestName.hint(for: name, among: values.keys.sorted())
    return factory.error("Factory \(factory.name) has no transient value \(name)\(hint)")
  }
}
