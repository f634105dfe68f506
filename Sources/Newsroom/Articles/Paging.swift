/// Which part of a list is asked for.
public struct Paging: Equatable, Sendable {
  /// The page, from 1.
  public let page: Int
  /// How many entries a page has.
  public let per: Int

  static let pages = 1...1_000_000
  static let sizes = 1...100

  /// Asks for a page.
  ///
  /// - Throws: ``NewsroomError/unreadable(_:expected:)`` when a number is out of range.
  public init(page: Int = 1, per: Int = 100) throws(NewsroomError) {
    guard Self.pages.contains(page) else { throw .outOfRange("page", Self.pages) }
    guard Self.sizes.contains(per) else { throw .outOfRange("per", Self.sizes) }
    self.page = page
    self.per = per
  }

  /// How many entries come before the page.
  var offset: Int { (page - 1) * per }
}

extension NewsroomError {
  static func outOfRange(_ name: String, _ range: ClosedRange<Int>) -> NewsroomError {
    .unreadable(name, expected: "a number from \(range.lowerBound) to \(range.upperBound)")
  }
}
