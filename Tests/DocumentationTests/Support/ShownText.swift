import Testing

/// Sees that a document shows a text as a block of its own, whatever its indentation, and whatever
/// version of SQLite it names.
func expectShown(
  _ text: String?,
  as language: String = "",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = try #require(text, sourceLocation: sourceLocation)
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    .map { String($0.drop { $0 == " " }) }
  let wanted = comparable(lines.last == "" ? lines.dropLast() : lines[...])
  let isShown = try Checkout.documents().flatMap(\.codeBlocks).contains {
    $0.language == language && comparable($0.lines[...]) == wanted
  }
  #expect(isShown, "No article shows this:\n\(text)", sourceLocation: sourceLocation)
}

private func comparable(_ lines: ArraySlice<String>) -> [String] {
  lines.filter { !$0.hasPrefix("\"sqlite\"") }
}
