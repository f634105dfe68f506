/// What of an article can be changed once it is published, as it is sent to change it.
public struct ArticleRevision: Codable, Equatable, Sendable {
  /// The headline.
  public var title: String
  /// The text.
  public var body: String
  /// Its tags' names; those that it has when left out.
  public var tags: [String]?

  /// Makes a revision.
  public init(title: String, body: String, tags: [String]? = nil) {
    self.title = title
    self.body = body
    self.tags = tags
  }

  /// Checks everything that can be checked without the database.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` for the first field that is wrong.
  func validate() throws(NewsroomError) {
    guard title.isMeaningful, title.count <= 200 else {
      throw .invalid("title", expected: "a text of 1 to 200 characters that is not blank")
    }
    guard body.isMeaningful else {
      throw .invalid("body", expected: "a text that is not blank")
    }
    let names = Tag.names(tags ?? [])
    guard names.count <= 100, names.allSatisfy({ 1...50 ~= $0.count }) else {
      throw .invalid("tags", expected: "at most 100 names of 1 to 50 characters")
    }
  }
}

extension String {
  /// Whether there is anything to read.
  var isMeaningful: Bool { contains { !$0.isWhitespace } }
}
