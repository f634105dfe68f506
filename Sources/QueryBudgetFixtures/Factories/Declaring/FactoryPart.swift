/// What rules can be added to: a factory, or a trait of one.
///
/// A rule that is added later goes after the ones before.
public protocol FactoryPart<Record>: Sendable {
  /// What is made.
  associatedtype Record: SendableMetatype

  /// The same with more rules.
  func adding(_ rules: FactoryRules<Record>) -> Self
}

extension Factory: FactoryPart {
  /// The factory with more rules, which come before those of its traits.
  public func adding(_ rules: FactoryRules<Record>) -> Self {
    var factory = self
    factory.rules.append(rules)
    return factory
  }
}

extension FactoryTrait: FactoryPart {
  /// The trait with more rules.
  public func adding(_ rules: FactoryRules<Record>) -> Self {
    var trait = self
    trait.rules.append(rules)
    return trait
  }
}

extension FactoryPart {
  /// Changes each record after it was made.
  public func set(_ body: @escaping @Sendable (inout Record) throws -> Void) -> Self {
    set { record, _ in try body(&record) }
  }

  /// Changes each record with the help of sequences and transient values.
  public func set(
    _ body: @escaping @Sendable (inout Record, FactoryContext) throws -> Void
  ) -> Self {
    adding { $0.settings = [body] }
  }

  /// Says which parent each row gets by a foreign key.
  ///
  /// `name` is the column (`authorId`), the column without its `Id` (`author`), or the table that it
  /// refers to where only one foreign key does.
  public func association(_ name: String, _ association: FactoryAssociation) -> Self {
    adding { $0.associations = [(name, association)] }
  }

  /// Gives each row children.
  public func children(_ children: FactoryChildren...) -> Self {
    adding { $0.children = children }
  }

  /// Declares a value that is never written, for closures to read and for calls to replace.
  public func transient(_ name: String, _ value: any Sendable) -> Self {
    adding { $0.transient = [name: value] }
  }

  /// Calls `body` with each record when it is built, by `build` as well as by `create`.
  public func afterBuild(
    _ body: @escaping @Sendable (inout Record, FactoryContext) throws -> Void
  ) -> Self {
    adding { $0.afterBuild = [body] }
  }

  /// Calls `body` with each record before the rows are written, when its parents are there.
  ///
  /// It runs in the transaction of the call: make and read rows through the fixtures that it is
  /// given. Other connections don't see them yet, and can't write before the call ends.
  public func beforeCreate(
    _ body: @escaping @Sendable (inout Record, CreationContext) throws -> Void
  ) -> Self {
    adding { $0.beforeCreate = [body] }
  }

  /// Calls `body` with each record, as the database has it, and its row, when all rows of the call
  /// and their children are there.
  ///
  /// ```swift
  /// let audited = Factory.article.afterCreate { article, row, making in
  ///   try making.fixtures.create("audit", ["articleId": row, "what": "made \(article.title)"])
  /// }
  /// ```
  ///
  /// A type that can't be read back is given as it was built. It runs in the transaction of the
  /// call: make and read rows through the fixtures that it is given. Other connections don't see
  /// them yet, and can't write before the call ends.
  public func afterCreate(
    _ body: @escaping @Sendable (Record, CreatedRow, CreationContext) throws -> Void
  ) -> Self {
    adding { $0.afterCreate = [body] }
  }

  private func adding(_ change: (inout FactoryRules<Record>) -> Void) -> Self {
    var rules = FactoryRules<Record>()
    change(&rules)
    return adding(rules)
  }
}
