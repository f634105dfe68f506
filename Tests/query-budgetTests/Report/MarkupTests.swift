import Testing

@testable import query_budget

@Suite struct MarkupTests {
  @Test("What is interpolated is escaped, as content and in an attribute")
  func escapes() {
    let name = "<b>'\"&\"'</b>"
    let markup: Markup = "<i title=\"\(name)\">\(name)</i>"
    let escaped = "&lt;b&gt;&#39;&quot;&amp;&quot;&#39;&lt;/b&gt;"
    #expect(markup.text == "<i title=\"\(escaped)\">\(escaped)</i>")
  }

  @Test("Markup in markup stays what it is, one by one or many, and so do numbers")
  func nested() {
    let parts = ["<", "b"].map { text -> Markup in "<i>\(text)</i>" }
    let markup: Markup = "<p>\(parts[0])\(parts)\(7)</p>"
    #expect(markup.text == "<p><i>&lt;</i><i>&lt;</i><i>b</i>7</p>")
  }

  @Test(
    "Characters that show nothing or turn what stands beside them are shown by number",
    arguments: [
      ("\u{0}", "⟨U+0000⟩"), ("\u{1B}[31m", "⟨U+001B⟩[31m"), ("\u{7F}", "⟨U+007F⟩"),
      ("\u{85}", "⟨U+0085⟩"), ("\u{AD}", "⟨U+00AD⟩"), ("\u{200B}", "⟨U+200B⟩"),
      ("\u{200E}", "⟨U+200E⟩"), ("\u{2028}", "⟨U+2028⟩"), ("\u{202E}", "⟨U+202E⟩"),
      ("\u{2066}", "⟨U+2066⟩"), ("\u{FEFF}", "⟨U+FEFF⟩"), ("\u{FFFF}", "⟨U+FFFF⟩"),
      ("\u{E0041}", "⟨U+E0041⟩"), ("\r\n", "⟨U+000D⟩⟨U+000A⟩"), ("\t", "⟨U+0009⟩"),
    ])
  func hidden(text: String, shown: String) {
    #expect(("\(text)" as Markup).text == shown)
  }

  @Test("Line ends and tabs stay in text of several lines, and nothing else that is hidden")
  func lines() {
    #expect(("\(lines: "a\n\tb\r\u{202E}<")" as Markup).text == "a\n\tb⟨U+000D⟩⟨U+202E⟩&lt;")
  }

  @Test("Letters of all writings stay, and so do emoji that are joined of several")
  func writings() {
    let text = "שלום, é, e\u{301}, 文字, 👩‍👩‍👧, می‌خواهم"
    #expect(("\(text)" as Markup).text == text)
  }
}
