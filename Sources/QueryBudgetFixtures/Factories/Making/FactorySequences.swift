import QueryBudgetSQLite

/// The numbers that factories count by, for as long as the fixtures that they are used with.
final class FactorySequences: Sendable {
  private struct Key: Hashable {
    let factory: String

    /// Nil for the number of the factory's records.
    let name: String?
  }

  private let numbers: Locked<[Key: Int]>

  init() { numbers = Locked([:]) }

  private init(_ numbers: [Key: Int]) { self.numbers = Locked(numbers) }

  /// The same numbers, which go on by themselves.
  func copy() -> FactorySequences { FactorySequences(numbers.withLock { $0 }) }

  func next(of factory: String, _ name: String? = nil) -> Int {
    numbers.withLock { numbers in
      numbers[Key(factory: factory, name: name), default: 0] += 1
      return numbers[Key(factory: factory, name: name), default: 0]
    }
  }

  func reset(of factory: String, _ name: String) {
    numbers.withLock { $0[Key(factory: factory, name: name)] = nil }
  }

  func reset(of factory: String) {
    numbers.withLock { numbers in numbers = numbers.filter { $0.key.factory != factory } }
  }

  func resetAll() {
    numbers.withLock { $0 = [:] }
  }
}

/// What fixtures keep for the factories that they are used with.
struct FactoryState: Sendable {
  var sequences = FactorySequences()

  /// The factories that are at work, each for the one before it.
  var path: [String] = []
}

extension Fixtures {
  /// Starts a sequence of a factory from 1 again.
  public func resetSequence<Record>(_ name: String, of factory: Factory<Record>) {
    factories.sequences.reset(of: factory.name, name)
  }

  /// Starts all sequences of a factory, and the numbers of its records, from 1 again.
  public func resetSequences<Record>(of factory: Factory<Record>) {
    factories.sequences.reset(of: factory.name)
  }

  /// Starts all sequences of all factories, and the numbers of their records, from 1 again.
  public func resetSequences() {
    factories.sequences.resetAll()
  }
}
