import Testing

@testable import QueryBudgetFixtures

/// Two patterns on one column.
@Suite("Two patterns")
struct ShapeMeetingTests {
  typealias Part = ValueDomain.ShapePart

  @Test("what both leave, letter by letter")
  func letters() {
    let plate: [Part] = [.oneOf("ABC"), .oneOf("ABC"), .oneOf("01"), .any]
    #expect(
      ShapeMeeting.meet(plate, [.literal("A"), .any])
        == [.literal("A"), .oneOf("ABC"), .oneOf("01"), .any])
    #expect(ShapeMeeting.meet([.oneOf("ABC")], [.oneOf("BCD")]) == [.oneOf("BC")])
    #expect(ShapeMeeting.meet([.oneOf("")], [.literal("x")]) == [.literal("x")])
  }

  @Test("what is asked for at the end stays there")
  func ends() {
    #expect(
      ShapeMeeting.meet([.literal("ab"), .any], [.any, .literal("z")])
        == [.literal("a"), .literal("b"), .any, .any, .literal("z")])
  }

  @Test("none where they exclude each other")
  func excluded() {
    #expect(ShapeMeeting.meet([.literal("a"), .any], [.literal("b"), .any]) == nil)
    #expect(ShapeMeeting.meet([.literal("ab")], [.literal("a")]) == nil)
    #expect(ShapeMeeting.meet([.oneOf("AB")], [.oneOf("CD")]) == nil)
  }
}
