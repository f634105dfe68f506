/// Which rules hold for a call, in the order in which they do.
struct TraitOrder<Record: SendableMetatype> {
  private let factory: Factory<Record>
  private var order: [String] = []

  /// The factory's own rules, then those of the traits, each after those that it includes. A trait
  /// that comes twice counts once, at its last place.
  ///
  /// Throws a ``FixtureError`` for a trait that there isn't, and for traits that include each other.
  static func rules(
    of factory: Factory<Record>,
    traits: [String]
  ) throws -> [FactoryRules<Record>] {
    var order = TraitOrder(factory: factory)
    try order.add(traits, path: [])
    return [factory.rules] + order.order.compactMap { order.trait($0)?.rules }
  }

  private init(factory: Factory<Record>) { self.factory = factory }

  private func trait(_ name: String) -> (name: String, rules: FactoryRules<Record>)? {
    factory.traits.first { $0.name == name }
  }

  private mutating func add(_ names: [String], path: [String]) throws {
    for name in names {
      guard let trait = trait(name) else { throw unknown(name, in: path) }
      if let start = path.firstIndex(of: name) {
        let circle = (path[start...] + [name]).joined(separator: " → ")
        throw factory.label.error(
          "The traits of factory \(factory.name) include each other in a circle, \(circle): "
            + "take one of them out.")
      }
      try add(trait.rules.including, path: path + [name])
      order.removeAll { $0 == name }
      order.append(name)
    }
  }

  private func unknown(_ name: String, in path: [String]) -> FixtureError {
    let owner = path.last.map { ", which trait \($0) includes" } ?? ""
    let known = factory.traits.map(\.name)
    let hint =
      known.isEmpty
      ? ": it has no traits, declare it with trait(\"\(name)\") { … }."
      : NearestName.traits(for: name, among: known)
    return factory.label.error("Factory \(factory.name) has no trait \(name)\(owner)\(hint)")
  }
}

extension NearestName {
  /// `: it has draft, long.`, the nearest first.
  fileprivate static func traits(for name: String, among names: [String]) -> String {
    let nearest = find(name, among: names)
    let others = names.filter { $0 != nearest }
    guard let nearest else { return ": it has \(others.joined(separator: ", "))." }
    let rest = others.isEmpty ? "" : " It also has \(others.joined(separator: ", "))."
    return ": did you mean \(nearest)?\(rest)"
  }
}
