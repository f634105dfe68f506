/// The colours of the page, for light and for dark surroundings, by what they are for.
///
/// Text on its ground has a contrast of 4.5 at least, what is drawn one of 3.
/// <https://www.w3.org/TR/WCAG22/#contrast-minimum>
enum ReportColours {
  static let light: KeyValuePairs = [
    "page": "#f4f5f7", "card": "#ffffff", "well": "#f4f5f7", "line": "#dcdfe4", "edge": "#818a97",
    "text": "#1a1f26", "soft": "#57606c", "link": "#0b57b0",
    "bad": "#b3261e", "bad-ground": "#fdecea", "warn": "#835000", "warn-ground": "#fdf1d8",
    "good": "#1a6b35", "good-ground": "#e5f4e9", "calm": "#4a5360", "calm-ground": "#eceef2",
    "a0": "#0b57b0", "a1": "#a8470b", "a2": "#7b3fa0", "a3": "#1a6b35", "before": "#737b87",
  ]

  static let dark: KeyValuePairs = [
    "page": "#0f1216", "card": "#171b21", "well": "#0f1216", "line": "#2b323b", "edge": "#6d7785",
    "text": "#e3e7ed", "soft": "#9ca6b3", "link": "#7fb6ff",
    "bad": "#ff9d93", "bad-ground": "#3a1916", "warn": "#efbc62", "warn-ground": "#33260c",
    "good": "#85d39a", "good-ground": "#13301c", "calm": "#b3bcc8", "calm-ground": "#262d36",
    "a0": "#7fb6ff", "a1": "#f4a261", "a2": "#cf9df0", "a3": "#85d39a", "before": "#8b95a3",
  ]

  /// What is text, and on what.
  static let textPairs: [(text: String, ground: String)] =
    ["text", "soft", "link"].flatMap { text in ["page", "card", "well"].map { (text, $0) } }
    + ["bad", "warn", "good", "calm"].flatMap { [($0, $0 + "-ground"), ($0, "card")] }
    + ["a0", "a1", "a2", "a3"].map { ($0, "card") }

  /// What is drawn, and on what.
  static let drawnPairs: [(text: String, ground: String)] = [
    ("before", "card"), ("edge", "card"), ("edge", "page"), ("link", "page"),
  ]

  static func declarations(_ colours: KeyValuePairs<String, String>) -> String {
    colours.map { "--\($0.key):\($0.value)" }.joined(separator: ";")
  }
}
