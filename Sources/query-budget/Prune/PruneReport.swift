/// Prints the files that are of no use, as they come.
final class PruneReport {
  private struct Listing: Encodable {
    let deleted: Bool
    let stale: [StaleFile]
  }

  private(set) var count = 0
  private let format: OutputFormat
  private let folder: ShownFolder
  private let deletes: Bool

  /// What the JSON is made of; empty for text.
  private var kept: [StaleFile] = []

  init(_ format: OutputFormat, _ folder: ShownFolder, deletes: Bool) {
    self.format = format
    self.folder = folder
    self.deletes = deletes
  }

  func add(_ file: StaleFile) {
    count += 1
    let file = StaleFile(path: folder.shown(file.path), reason: file.reason)
    switch format {
    case .json: kept.append(file)
    case .text: print(PrintableText.line("\(file.path): \(file.reason)"))
    }
  }

  func finish() throws {
    switch format {
    case .json: print(try JSONOutput.text(Listing(deleted: deletes, stale: kept), pretty: true))
    case .text: print(summary)
    }
  }

  private var summary: String {
    let files = count == 1 ? "1 file" : "\(count) files"
    if count == 0 { return "Nothing in \(folder.shown) is stale." }
    if deletes { return "\(files) removed from \(folder.shown)." }
    return "\(files) in \(folder.shown) \(count == 1 ? "is" : "are") stale: remove "
      + "\(count == 1 ? "it" : "them") with query-budget prune --delete."
  }
}
