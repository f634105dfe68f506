import Foundation

/// Somebody who reads the demo tenant, pays for it, and has something to say.
struct DemoReader {
  /// Days are counted from the first of January 2026.
  let day: Int
  let name: String
  let email: String
  let plan: Plan
  var isCanceled = false
  /// What they say of the article with this slug.
  let comment: (slug: String, text: String)

  /// When they subscribed.
  var startedAt: Date { Date(timeIntervalSince1970: 1_767_225_600 + 86_400 * Double(day)) }

  static let all = [
    DemoReader(
      day: 3,
      name: "Mia Lund",
      email: "mia@example.com",
      plan: .yearly,
      comment: ("the-river-is-back", "My children had never seen it.")
    ),
    DemoReader(
      day: 12,
      name: "Tomás Rey",
      email: "tomas@example.com",
      plan: .monthly,
      comment: ("a-tram-to-the-harbour", "At last. Who runs it at night?")
    ),
    DemoReader(
      day: 15,
      name: "Noor Haddad",
      email: "noor@example.com",
      plan: .monthly,
      isCanceled: true,
      comment: ("cycling-in-winter", "I walk more hills than that one.")
    ),
  ]
}
