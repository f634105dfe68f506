import TestSupport
import Testing

extension PullRequest {
  /// Expects the page of the failing run to show all three measurements, and these texts for both
  /// lists.
  func expectPage(
    texts: [String],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    // Something failed in it, good news or bad.
    #expect(report.exitCode == 1, sourceLocation: sourceLocation)
    #expect(report.errors == "", sourceLocation: sourceLocation)
    let text = Self.text(of: page)
    for name in MeasuredList.all.map(\.name) + ["one article"] {
      #expect(text.contains(name), sourceLocation: sourceLocation)
    }
    for words in texts + MeasuredList.all.map(\.command) {
      #expect(text.contains(words), sourceLocation: sourceLocation)
    }
  }

  /// What a page shows: without its styles, its scripts and its tags.
  private static func text(of page: String) -> String {
    let entities = ["lt": "<", "gt": ">", "quot": "\"", "#39": "'", "amp": "&"]
    return page.replacing(/(?s)<(style|script)\b.*?<\/\1>/, with: "")
      .replacing(/<[^>]*>/, with: "")
      .replacing(/&(lt|gt|quot|#39|amp);/) { entities[String($0.1)] ?? "" }
  }
}
