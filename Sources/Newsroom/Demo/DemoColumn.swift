import Foundation

/// What one author of the demo tenant wrote.
struct DemoColumn {
  struct Article {
    let day: Int
    let slug: String
    let title: String
    let body: String
    let tags: [String]

    /// Days are counted from the first of January 2026.
    var publishedAt: Date { Date(timeIntervalSince1970: 1_767_225_600 + 86_400 * Double(day)) }
  }

  let author: String
  let email: String
  let articles: [Article]

  static let all = [
    DemoColumn(
      author: "Ada Osei",
      email: "ada@example.com",
      articles: [
        Article(
          day: 2,
          slug: "the-river-is-back",
          title: "The river is back",
          body: "After nine dry months there is water under the old bridge again.",
          tags: ["nature", "city"]
        ),
        Article(
          day: 11,
          slug: "a-tram-to-the-harbour",
          title: "A tram to the harbour",
          body: "The council voted for the line, and for who pays for it.",
          tags: ["city", "transport"]
        ),
      ]
    ),
    DemoColumn(
      author: "Jonas Weber",
      email: "jonas@example.com",
      articles: [
        Article(
          day: 5,
          slug: "ninety-minutes-of-rain",
          title: "Ninety minutes of rain",
          body: "Nobody scored, nobody left: a match to remember for its puddles.",
          tags: ["sport"]
        ),
        Article(
          day: 14,
          slug: "cycling-in-winter",
          title: "Cycling in winter",
          body: "Wide tyres, good lights, and the courage to walk the last hill.",
          tags: ["sport", "transport", "nature"]
        ),
      ]
    ),
    DemoColumn(
      author: "Mei Tanaka",
      email: "mei@example.com",
      articles: [
        Article(
          day: 20,
          slug: "soup-for-a-street",
          title: "Soup for a street",
          body: "One pot, forty neighbours, and a recipe that nobody wrote down.",
          tags: ["city", "food"]
        )
      ]
    ),
  ]
}
