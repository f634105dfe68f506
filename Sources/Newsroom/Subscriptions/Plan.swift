import Foundation

/// What can be subscribed to.
public enum Plan: String, Codable, CaseIterable, Sendable {
  /// Paid every month.
  case monthly
  /// Paid every year, for the price of ten months.
  case yearly

  /// What one period costs, in cents.
  public var price: Int {
    switch self {
    case .monthly: 900
    case .yearly: 9_000
    }
  }

  /// The currency's code in ISO 4217.
  public var currency: String { "EUR" }

  /// The end of the period that starts at a time; in UTC, so that it is the same on every machine.
  func end(from start: Date) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let period: Calendar.Component =
      switch self {
      case .monthly: .month
      case .yearly: .year
      }
    // Calendar answers nil only for units that it can't add; the start keeps that total.
    return calendar.date(byAdding: period, value: 1, to: start) ?? start
  }
}
