import QueryBudget
import Testing

struct AcceptanceTests {
  @Test(arguments: acceptanceCases)
  func `what has the same shape has one fingerprint`(group: ShapeGroup) throws {
    let first = Fingerprint(of: try #require(group.same.first))
    for statement in group.same {
      let fingerprint = Fingerprint(of: statement)
      #expect(fingerprint == first, "\(statement)")
      #expect(fingerprint.id == first.id, "\(statement)")
      #expect(fingerprint.sql.lowercased() == first.sql.lowercased(), "\(statement)")
    }
  }

  @Test(arguments: acceptanceCases)
  func `what has another shape has another fingerprint`(group: ShapeGroup) {
    let shapes = (group.same.prefix(1) + group.different).map { Fingerprint(of: $0) }
    #expect(Set(shapes).count == shapes.count)
    #expect(Set(shapes.map(\.id)).count == shapes.count)
  }
}
