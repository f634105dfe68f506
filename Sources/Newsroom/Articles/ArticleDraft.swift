public import Foundation

/// An article as it is sent to be published.
public struct ArticleDraft: Codable, Equatable, Sendable {
  /// Who wrote it: an author of the same tenant.
  public var authorId: Int64
  /// The name in addresses.
  public var slug: String
  /// The headline.
  public var title: String
  /// The text.
  public var body: String
  /// Its tags' names; none when left out.
  public var tags: [String]?
  /// When it appears; now when left out.
  public var publishedAt: Date?

  /// Makes a draft.
  public init(
    authorId: Int64,
    slug: String,
    title: String,
    body: String,
    tags: [String]? = nil,
    publishedAt: Date? = nil
  ) {
    self.authorId = authorId
    self.slug = slug
    self.title = title
    self.body = body
    self.tags = tags
    self.publishedAt = publishedAt
  }

  /// The tags' names, trimmed, in lower case, each once.
  var tagNames: [String] {
    let names = (tags ?? []).map {
      $0.trimmingCharacters(in: .whitespacesAndNewlines).lowercased()
    }
    return Set(names).sorted()
  }
}

extension ArticleDraft {
  /// Checks everything that can be checked without the database.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` for the first field that is wrong.
  func validate() throws(NewsroomError) {
    guard slug.count <= 100, slug.wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*/) != nil else {
      throw .invalid(
        "slug",
        expected: "at most 100 lower-case letters and digits, in words joined by single hyphens"
      )
    }
    guard title.isMeaningful, title.count <= 200 else {
      throw .invalid("title", expected: "a text of 1 to 200 characters that is not blank")
    }
    guard body.isMeaningful else {
      throw .invalid("body", expected: "a text that is not blank")
    }
    guard tagNames.count <= 100, tagNames.allSatisfy({ 1...50 ~= $0.count }) else {
      throw .invalid("tags", expected: "at most 100 names of 1 to 50 characters")
    }
  }
}

extension String {
  fileprivate var isMeaningful: Bool { contains { !$0.isWhitespace } }
}
