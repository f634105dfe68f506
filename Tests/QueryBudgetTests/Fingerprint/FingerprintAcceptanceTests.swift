import QueryBudget
import Testing

@Suite struct FingerprintAcceptanceTests {
  @Test("What has the same shape has one fingerprint", arguments: acceptanceCases)
  func sameShapes(group: ShapeGroup) throws {
    let first = Fingerprint(of: try #require(group.same.first))
    for statement in group.same {
      let fingerprint = Fingerprint(of: statement)
      #expect(fingerprint == first, "\(statement)")
      #expect(fingerprint.id == first.id, "\(statement)")
      #expect(fingerprint.sql.lowercased() == first.sql.lowercased(), "\(statement)")
    }
  }

  @Test("What has another shape has another fingerprint", arguments: acceptanceCases)
  func otherShapes(group: ShapeGroup) {
    let shapes = (group.same.prefix(1) + group.different).map { Fingerprint(of: $0) }
    #expect(Set(shapes).count == shapes.count)
    #expect(Set(shapes.map(\.id)).count == shapes.count)
  }
}
