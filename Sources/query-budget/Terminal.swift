import Foundation

/// Text in colour on a terminal, plain in a pipe or where `NO_COLOR` is set.
struct Terminal {
  enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
    case dim = "2"
  }

  private let hasColour: Bool

  init(environment: [String: String] = ProcessInfo.processInfo.environment) {
    hasColour =
      isatty(STDOUT_FILENO) == 1 && (environment["NO_COLOR"] ?? "").isEmpty
      && environment["TERM"] != "dumb"
  }

  func styled(_ text: String, _ style: Style) -> String {
    // Each line by itself, so that a pager that cuts lines leaves no colour behind.
    guard hasColour else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1B}[\(style.rawValue)m\($0)\u{1B}[0m" }
      .joined(separator: "\n")
  }
}
