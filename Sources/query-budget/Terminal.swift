import Foundation

/// Text in colour on a terminal, plain in a pipe or where `NO_COLOR` is set.
struct Terminal {
  enum Style: String {
    case bold = "1"
    case red = "31"
    case green = "32"
    case dim = "2"
  }

  /// Whether a line that was written can be written again.
  let canRedraw: Bool
  private let hasColour: Bool
  private let descriptor: Int32

  /// The terminal behind standard output, or behind another descriptor.
  init(
    _ descriptor: Int32 = STDOUT_FILENO,
    color: ColorChoice = .auto,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    self.descriptor = descriptor
    canRedraw = isatty(descriptor) == 1 && environment["TERM"] != "dumb"
    hasColour =
      switch color {
      case .always: true
      case .never: false
      case .auto: canRedraw && (environment["NO_COLOR"] ?? "").isEmpty
      }
  }

  /// How many characters fit on a line now; 80 where nobody knows.
  var columns: Int {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  func styled(_ text: String, _ style: Style) -> String {
    // Each line by itself, so that a pager that cuts lines leaves no colour behind.
    guard hasColour else { return text }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "\u{1B}[\(style.rawValue)m\($0)\u{1B}[0m" }
      .joined(separator: "\n")
  }
}
