/// A comment as it is sent.
public struct CommentDraft: Codable, Equatable, Sendable {
  /// Who says it: a name.
  public var author: String
  /// What they say.
  public var text: String

  /// Makes a draft.
  public init(author: String, text: String) {
    self.author = author
    self.text = text
  }

  /// Checks everything that can be checked without the database.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` for the first field that is wrong.
  func validate() throws(NewsroomError) {
    guard author.isMeaningful, author.count <= 100 else {
      throw .invalid("author", expected: "a name of 1 to 100 characters that is not blank")
    }
    guard text.isMeaningful, text.count <= 10_000 else {
      throw .invalid("text", expected: "a text of 1 to 10000 characters that is not blank")
    }
  }
}
