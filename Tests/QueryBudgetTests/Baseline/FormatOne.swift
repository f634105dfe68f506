import Foundation

/// A baseline of format 1 as it lies in repositories since there is a format.
///
/// It is never changed: what a later version can't read any more, or writes in another way, breaks
/// the baselines of everybody.
enum FormatOne {
  static let text = """
    {
      "format" : 1,
      "name" : "GET /api/authors/{id} „alle“",
      "queries" : "3 + 2*authors + authors*books",
      "scales" : {
        "authors" : [
          1,
          10,
          100
        ],
        "books" : [
          0,
          5
        ]
      },
      "sqlite" : "3.40",
      "statements" : [
        {
          "kind" : "transaction",
          "runs" : "1",
          "sql" : "BEGIN IMMEDIATE"
        },
        {
          "kind" : "insert",
          "plan" : [

          ],
          "runs" : "irregular (3, 1, 2, 1, 9, 7)",
          "sql" : "INSERT INTO \\"odd \\\\ name\\" (a, b) VALUES (?, ?)"
        },
        {
          "accepted" : "The books come from a cache in production.",
          "kind" : "read",
          "plan" : [
            "SCAN book",
            "USE TEMP B-TREE FOR ORDER BY"
          ],
          "rows" : "authors*books",
          "runs" : "1 + ceil(authors/10)",
          "sql" : "SELECT * FROM book WHERE authorId = ? ORDER BY title"
        }
      ]
    }

    """

  static var data: Data { Data(text.utf8) }

  /// The sample with one piece of it, which it holds once, in another way.
  static func replacing(_ piece: String, with other: String) -> Data {
    let parts = text.components(separatedBy: piece)
    precondition(parts.count == 2, "\(piece) is in the sample \(parts.count - 1) times")
    return Data((parts[0] + other + parts[1]).utf8)
  }
}
