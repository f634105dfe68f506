/// A variation of a factory, by its name.
///
/// ```swift
/// let articles = Factory.article
///   .trait("draft") { $0.published = false }
///   .trait("long") { $0.words = 5000 }
///   .trait("essay", including: ["draft", "long"]) { $0.title += ", an essay" }
///   .trait("discussed", FactoryTrait().children(.rows(3, of: .comment)))
/// ```
public struct FactoryTrait<Record: SendableMetatype>: Sendable {
  var rules = FactoryRules<Record>()

  /// A trait that has the rules of others, before its own: of two that say the same, the later wins.
  public init(including: [String] = []) {
    rules.including = including
  }
}

extension Factory {
  /// Adds a trait; one of the same name is replaced.
  public func trait(_ name: String, _ trait: FactoryTrait<Record>) -> Self {
    var factory = self
    factory.traits.removeAll { $0.name == name }
    factory.traits.append((name, trait.rules))
    return factory
  }

  /// Adds a trait that changes the record, after those that it includes.
  public func trait(
    _ name: String,
    including: [String] = [],
    set: @escaping @Sendable (inout Record) throws -> Void
  ) -> Self {
    trait(name, FactoryTrait(including: including).set(set))
  }

  /// Adds a trait that changes the record with the help of sequences and transient values.
  public func trait(
    _ name: String,
    including: [String] = [],
    set: @escaping @Sendable (inout Record, FactoryContext) throws -> Void
  ) -> Self {
    trait(name, FactoryTrait(including: including).set(set))
  }
}
