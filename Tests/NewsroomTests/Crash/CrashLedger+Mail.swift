import Foundation
import Newsroom

extension CrashLedger {
  /// Invoices that were not sent once, and messages that were not whole.
  func mailProblems(_ server: MailServer) async -> [String] {
    let unsent = invoices.filter { $0.emailedAt == nil }
      .map { "The invoice \($0.number) does not say that it was sent." }
    let emails = Dictionary(
      uniqueKeysWithValues: subscribers.compactMap { subscriber in
        subscriber.id.map { ($0, subscriber.email) }
      })
    let payers = Dictionary(
      uniqueKeysWithValues: subscriptions.compactMap { subscription in
        subscription.id.map { ($0, emails[subscription.subscriberId] ?? "") }
      })
    let owed = invoices.map { "\($0.number) to \(payers[$0.subscriptionId] ?? "nobody")" }
    let taken = await server.taken
    let sent = taken.map { Self.summary(of: $0.text) ?? "half a message, \($0.name)" }
    let writes = await server.writes
    return unsent
      + Self.differences(of: owed, sent)
      + (writes == 0 ? [] : ["Messages were written where the mail server takes them."])
  }

  /// `7 to mia@example.com`, of a message that is there to its last line.
  private static func summary(of text: String) -> String? {
    let message = #/(?s)Message-ID: .*\r\nTo: (\S+)\r\n.*\r\nNumber: +(\d+)\r\n.* EUR\r\n/#
      .matchingSemantics(.unicodeScalar)
    return text.wholeMatch(of: message).map { "\($0.2) to \($0.1)" }
  }

  private static func differences(of owed: [String], _ sent: [String]) -> [String] {
    var counts: [String: Int] = [:]
    for invoice in owed { counts[invoice, default: 0] += 1 }
    for message in sent { counts[message, default: 0] -= 1 }
    return counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }.map { name, count in
      count > 0 ? "The invoice \(name) was not sent." : "Sent and not owed: \(name)."
    }
  }
}
