/// Text of the page: what is interpolated is escaped, unless it is markup itself.
///
/// ```swift
/// let name = "<b>"
/// let title: Markup = "<h2 title=\"\(name)\">\(name)</h2>"  // <h2 title="&lt;b&gt;">&lt;b&gt;</h2>
/// ```
///
/// So nobody can forget to escape. The page is XML as well as HTML, so that a reader of XML tells
/// whether it is well formed.
struct Markup {
  /// The text as it is written to the page.
  private(set) var text: String

  /// Text that is none of the user's.
  init(trusted text: String) {
    self.text = text
  }

  /// The arrow between what was and what is.
  static let became: Markup =
    "<span class=\"arrow\" role=\"img\" aria-label=\"became\">→</span>"
}

extension Markup: ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { text = value }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      text.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    mutating func appendLiteral(_ literal: String) { text += literal }

    /// A line of text, as content or in an attribute's double quotes.
    mutating func appendInterpolation(_ value: String) {
      VisibleText.append(value, to: &text, keepsLines: false)
    }

    /// Text whose line ends and tabs are shown as such, in `<pre>`.
    mutating func appendInterpolation(lines value: String) {
      VisibleText.append(value, to: &text, keepsLines: true)
    }

    mutating func appendInterpolation(_ value: Int) { text += String(value) }

    mutating func appendInterpolation(_ markup: Markup) { text += markup.text }

    mutating func appendInterpolation(_ parts: [Markup]) {
      for part in parts { text += part.text }
    }
  }
}
