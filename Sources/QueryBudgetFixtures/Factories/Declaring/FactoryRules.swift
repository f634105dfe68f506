/// What a factory, or a trait of it, says of its rows.
public struct FactoryRules<Record>: Sendable {
  typealias Setting = @Sendable (inout Record, FactoryContext) throws -> Void
  typealias BeforeCreate = @Sendable (inout Record, CreationContext) throws -> Void
  typealias AfterCreate = @Sendable (Record, CreatedRow, CreationContext) throws -> Void

  var including: [String] = []
  var settings: [Setting] = []
  var associations: [(name: String, association: FactoryAssociation)] = []
  var children: [FactoryChildren] = []
  var transient: [String: any Sendable] = [:]
  var afterBuild: [Setting] = []
  var beforeCreate: [BeforeCreate] = []
  var afterCreate: [AfterCreate] = []

  mutating func append(_ other: FactoryRules) {
    including += other.including
    settings += other.settings
    associations += other.associations
    children += other.children
    transient.merge(other.transient) { $1 }
    afterBuild += other.afterBuild
    beforeCreate += other.beforeCreate
    afterCreate += other.afterCreate
  }
}
