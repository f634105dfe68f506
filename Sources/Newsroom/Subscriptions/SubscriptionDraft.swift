import Foundation

/// A subscription as it is asked for.
public struct SubscriptionDraft: Codable, Equatable, Sendable {
  /// The address that invoices go to.
  public var email: String
  /// The name on invoices.
  public var name: String
  /// The name of a ``Plan``.
  public var plan: String
  /// What stands for the card at the gateway; never the number on it.
  public var card: String

  /// Makes a draft.
  public init(email: String, name: String, plan: String, card: String) {
    self.email = email
    self.name = name
    self.plan = plan
    self.card = card
  }
}

/// What was asked for, once it is known to make sense.
struct SubscriptionOrder: Equatable, Sendable {
  let email: String
  let name: String
  let plan: Plan
  let card: String

  /// Checks everything that can be checked without the database.
  ///
  /// - Throws: ``NewsroomError/invalid(_:expected:)`` for the first field that is wrong.
  init(_ draft: SubscriptionDraft) throws(NewsroomError) {
    let address = /[a-z0-9.!#$%&'*+\/=?^_`{|}~-]{1,64}@[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+/
    email = draft.email.trimmingCharacters(in: .whitespaces).lowercased()
    guard email.utf8.count <= 254, email.wholeMatch(of: address) != nil else {
      throw .invalid("email", expected: "an e-mail address, such as ada@example.com")
    }
    name = draft.name.trimmingCharacters(in: .whitespaces)
    guard 1...200 ~= name.count, !name.contains(where: \.isControl) else {
      throw .invalid("name", expected: "a text of 1 to 200 characters in one line")
    }
    guard let plan = Plan(rawValue: draft.plan) else {
      let plans = Plan.allCases.map(\.rawValue).joined(separator: " or ")
      throw .invalid("plan", expected: plans)
    }
    self.plan = plan
    card = draft.card
    guard card.wholeMatch(of: /[A-Za-z0-9_-]{1,100}/) != nil, !card.allSatisfy(\.isNumber) else {
      throw .invalid("card", expected: "what the gateway's form gave, never a card's number")
    }
  }

  /// What it costs.
  var charge: Charge {
    Charge(
      amount: plan.price, currency: plan.currency, plan: plan.rawValue, email: email, card: card)
  }
}

extension Character {
  fileprivate var isControl: Bool {
    isNewline || unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
