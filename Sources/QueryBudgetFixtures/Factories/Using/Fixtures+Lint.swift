import QueryBudgetSQLite

/// What is wrong with factories.
public struct FactoryLintError: Error, Sendable, Hashable, CustomStringConvertible {
  /// One line each: `article+draft: NOT NULL constraint failed: article.title`.
  public let problems: [String]

  /// The problems, one a line.
  public var description: String { problems.joined(separator: "\n") }
}

extension Fixtures {
  /// Creates a row by each factory, and one by each of its traits, and takes them back.
  ///
  /// ```swift
  /// @Test func factories() throws {
  ///   try fixtures.lint(Factory.article, Factory.author)
  /// }
  /// ```
  ///
  /// The database and the sequences are as they were before.
  ///
  /// Throws a ``FactoryLintError`` that lists all that can't be created.
  public func lint<each Record>(_ factories: repeat Factory<each Record>) throws {
    var trial = self
    trial.factories.sequences = self.factories.sequences.copy()
    var problems: [String] = []
    try undoing {
      repeat problems += trial.problems(of: each factories)
    }
    if !problems.isEmpty { throw FactoryLintError(problems: problems) }
  }

  private func problems<Record>(of factory: Factory<Record>) -> [String] {
    let trials = [[]] + factory.traits.map { [$0.name] }
    return trials.compactMap { traits in
      let name = ([factory.name] + traits).joined(separator: "+")
      do {
        try undoing {
          _ = try createRows(factory, FactoryCall(traits: traits), count: 1) { _, _ in }
          try connection.withHandle(DeferredKeys.check)
        }
        return nil
      } catch {
        return "\(name): \(error)"
      }
    }
  }

  /// Runs `body`, and takes back what it did.
  private func undoing(_ body: () throws -> Void) throws {
    struct Undone: Error {}
    do {
      try connection.transaction { _ in
        try body()
        throw Undone()
      }
    } catch is Undone {}
  }
}
