import Foundation

/// Walks through a JSON document, byte by byte, and notes where its values stand.
struct JSONReader {
  /// The values so far.
  private(set) var values: [JSONOutline.Value] = []

  private let bytes: [UInt8]
  private var place = 0
  private var line = 1
  private var depth = 0

  /// A baseline has four levels; a document of more is none, and a recursion that follows it down
  /// could end the process.
  private static let deepest = 20

  init(_ json: Data) {
    bytes = Array(json)
  }

  /// Reads the only value, which nothing follows.
  mutating func readDocument() throws(JSONOutline.Problem) {
    try readValue(JSONPath())
    skipBlanks()
    if place < bytes.count { throw problem("\(found) follows the end of the baseline") }
  }

  private mutating func readValue(_ path: JSONPath) throws(JSONOutline.Problem) {
    skipBlanks()
    guard let kind = kindOfNext else { throw problem("\(found) stands where a value should be") }
    values.append(JSONOutline.Value(path: path, kind: kind, line: line))
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw problem("its values are nested too deep") }
    switch kind {
    case .object: try readObject(path)
    case .list: try readList(path)
    case .text: _ = try readText()
    case .number: try readNumber()
    case .boolean: try readWord(next == UInt8(ascii: "t") ? "true" : "false")
    case .null: try readWord("null")
    }
  }

  private mutating func readObject(_ path: JSONPath) throws(JSONOutline.Problem) {
    place += 1
    skipBlanks()
    if take("}") { return }
    repeat {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else {
        throw problem("\(found) stands where a key in quotes should be")
      }
      let key = try readText()
      skipBlanks()
      guard take(":") else { throw problem("\(found) stands where a colon should be") }
      try readValue(path[key])
      skipBlanks()
    } while take(",")
    guard take("}") else { throw problem("\(found) stands where a comma or } should be") }
  }

  private mutating func readList(_ path: JSONPath) throws(JSONOutline.Problem) {
    place += 1
    skipBlanks()
    if take("]") { return }
    var count = 0
    repeat {
      try readValue(path[count])
      count += 1
      skipBlanks()
    } while take(",")
    guard take("]") else { throw problem("\(found) stands where a comma or ] should be") }
  }

  private mutating func readText() throws(JSONOutline.Problem) -> String {
    let start = place
    place += 1
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw problem("\(found) stands in a text, which never ends") }
      // What follows a backslash is judged with the whole text.
      place += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard take("\"") else { throw problem("a text never ends") }
    let text = Data(bytes[start..<place])
    guard let text = try? JSONDecoder().decode(String.self, from: text) else {
      throw problem("a text holds a backslash that means nothing")
    }
    return text
  }

  private mutating func readNumber() throws(JSONOutline.Problem) {
    let start = place
    while let byte = next, Self.numberBytes.contains(byte) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
      throw problem("\(text) is no number")
    }
    values[values.count - 1].number = text
  }

  private mutating func readWord(_ word: String) throws(JSONOutline.Problem) {
    guard bytes[place...].starts(with: word.utf8) else { throw problem("\(found) is no value") }
    place += word.utf8.count
  }
}

extension JSONReader {
  private static let numberBytes = Set("+-.0123456789eE".utf8)

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var kindOfNext: JSONOutline.Kind? {
    switch next {
    case UInt8(ascii: "{"): .object
    case UInt8(ascii: "["): .list
    case UInt8(ascii: "\""): .text
    case UInt8(ascii: "t"), UInt8(ascii: "f"): .boolean
    case UInt8(ascii: "n"): .null
    case let byte?: Self.numberBytes.contains(byte) ? .number : nil
    case nil: nil
    }
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    place += 1
    return true
  }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      if byte == 0x0A { line += 1 }
      place += 1
    }
  }

  private func problem(_ text: String) -> JSONOutline.Problem {
    JSONOutline.Problem(line: line, text: text)
  }

  /// What comes next, in words.
  private var found: String {
    guard let byte = next else { return "the end of the file" }
    if byte < 0x20 || byte == 0x7F { return "a control character" }
    let character = String(decoding: bytes[place...].prefix(32), as: UTF8.self).first
    return character.map { "'\($0)'" } ?? "something"
  }
}
