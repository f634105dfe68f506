/// A fenced block of an article or of a doc comment.
struct CodeBlock {
  let path: String

  /// The line of its fence, from 1 on.
  let line: Int

  /// What stands behind the fence, such as `swift`.
  let language: String

  /// Its lines, without the slashes of a doc comment.
  let lines: [String]
}

extension Document {
  /// Every fenced block, in order; in a Swift file, those of the doc comments.
  var codeBlocks: [CodeBlock] {
    let isSwift = path.hasSuffix(".swift")
    var blocks: [CodeBlock] = []
    var open: (line: Int, fence: Int, language: String, lines: [String])?
    for (index, line) in lines.enumerated() {
      let trimmed = line.drop { $0 == " " }
      if isSwift && !trimmed.hasPrefix("///") { continue }
      let content = isSwift ? trimmed.dropFirst(3).drop { $0 == " " } : trimmed
      // A fence of four shows what has fences of three in it.
      let fence = content.prefix { $0 == "`" }.count
      guard fence >= max(3, open?.fence ?? 0) else {
        open?.lines.append(String(content))
        continue
      }
      if let block = open {
        blocks.append(
          CodeBlock(path: path, line: block.line, language: block.language, lines: block.lines))
        open = nil
      } else {
        open = (index + 1, fence, String(content.dropFirst(fence)), [])
      }
    }
    return blocks
  }
}
