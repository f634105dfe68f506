/// What the page may do: show its own style and run its own script, and nothing else from anywhere.
///
/// <https://www.w3.org/TR/CSP3/>
enum ContentPolicy {
  // The SHA-256 of the two texts. Neither depends on what is shown, so that a test can hold them
  // against the texts, and nothing has to be computed here.
  static let style = "zdntG+to2Xm+JxZeMFfq7/fVZhMdIZCR22naaMvaCws="
  static let script = "6x/jP116ih/QlRjoPtY8UCxWA8/s/ZrMUwdMzaHGrRs="

  static let text = """
    default-src 'none'; style-src 'sha256-\(style)'; script-src 'sha256-\(script)'; \
    base-uri 'none'; form-action 'none'
    """
}
