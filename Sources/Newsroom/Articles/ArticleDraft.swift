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
  var tagNames: [String] { Tag.names(tags ?? []) }
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
    try ArticleRevision(title: title, body: body, tags: tags).validate()
  }
}
