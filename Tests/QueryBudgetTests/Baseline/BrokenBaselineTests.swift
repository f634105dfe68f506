import Foundation
import QueryBudget
import Testing

/// B8: what can't be understood is refused with file, line and what to do.
@Suite struct BrokenBaselineTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let json: Data
    let line: Int?
    let problem: String

    init(_ json: Data, _ line: Int?, _ problem: String) {
      (self.json, self.line, self.problem) = (json, line, problem)
    }

    init(_ piece: String, _ other: String, _ line: Int?, _ problem: String) {
      self.init(FormatOne.replacing(piece, with: other), line, problem)
    }

    init(text: String, _ line: Int?, _ problem: String) {
      self.init(Data(text.utf8), line, problem)
    }

    var testDescription: String { "line \(line.map(String.init) ?? "?"): \(problem)" }
  }

  private func expect(_ broken: Case) throws {
    let folder = try TestFolder()
    try folder.write(broken.json, to: "list.json")
    let file = BaselineFile(path: folder["list.json"])
    let error = #expect(throws: BaselineError.self) { try file.read() }
    #expect(error?.line == broken.line)
    #expect(error?.problem.hasPrefix(broken.problem) == true, "\(error?.problem ?? "none")")
    #expect(error?.problem.hasSuffix(".") == true)
    #expect(error?.problem.contains(where: \.isNewline) == false)
    let place = broken.line.map { ":\($0)" } ?? ""
    #expect(error?.description.hasPrefix(folder["list.json"] + place + ": ") == true)
  }

  static let noJSON = [
    Case(text: "", 1, "the file is empty; restore it from version control, or record it anew with"),
    Case(text: " \n\n", 1, "the file is empty;"),
    Case(text: "{", 1, "this is not JSON: the end of the file stands where a key in quotes"),
    Case(text: "hello", 1, "this is not JSON: 'h' stands where a value should be;"),
    Case(text: "{\n  \"format\" : 1\n", 3, "this is not JSON: the end of the file stands where a"),
    Case("1,\n  \"name\"", "1\n  \"name\"", 3, "this is not JSON: '\"' stands where a comma or }"),
    Case("100\n", "100,\n", 10, "this is not JSON: ']' stands where a value should be;"),
    Case("\"sqlite\" :", "\"sqlite\"", 16, "this is not JSON: '\"' stands where a colon should"),
    Case("\"3.40\"", "\"3.40", 16, "this is not JSON: a control character stands in a text"),
    Case("\"3.40\"", "\"3.\\x40\"", 16, "this is not JSON: a text holds a backslash"),
    Case("\"3.40\"", "\"\\ud800\"", 16, "this is not JSON: a text holds a backslash"),
    Case("\"3.40\"", "3.40.1", 16, "this is not JSON: 3.40.1 is no number;"),
    Case("\"3.40\"", "nil", 16, "this is not JSON: 'n' is no value;"),
    Case("\"3.40\"", "'3.40'", 16, "this is not JSON: ''' stands where a value should be;"),
    Case(
      Data(FormatOne.text.utf8) + Data("}".utf8), 44,
      "this is not JSON: '}' follows the end of the baseline;"),
    Case(
      text: String(repeating: "[\n", count: 100_000), 21,
      "this is not JSON: its values are nested too deep;"),
    Case(
      "\"3.40\"",
      "{\"a\":" + String(repeating: "[", count: 300)
        + String(repeating: "]", count: 300) + "}", 16,
      "this is not JSON: its values are nested too deep;"),
  ]

  @Test("What is no JSON", arguments: noJSON)
  func json(broken: Case) throws { try expect(broken) }

  @Test("A file that was cut short anywhere is refused on its last line or the one after")
  func truncated() throws {
    let data = FormatOne.data
    for length in stride(from: 1, to: data.count - 1, by: 7) {
      let cut = data.prefix(length)
      let error = #expect(throws: BaselineError.self) { try Baseline(json: cut, path: "a.json") }
      let lines = cut.count { $0 == 0x0A } + 1
      #expect(error?.line == lines, "cut after \(length) bytes: \(error?.description ?? "")")
    }
  }

  static let encodings = [
    Case(Data([0xEF, 0xBB, 0xBF]) + FormatOne.data, 1, "a byte order mark stands before"),
    Case(FormatOne.text.data(using: .utf16) ?? Data(), 1, "this is not UTF-8;"),
    Case(
      FormatOne.text.data(using: .utf16LittleEndian) ?? Data(), 1,
      "this is not JSON: a control character stands"),
    Case(
      FormatOne.text.replacing("„alle“", with: "").data(using: .utf16LittleEndian) ?? Data(), 1,
      "this is not JSON: a control character stands where a key in quotes should be;"),
    Case(
      FormatOne.text.replacing("„alle“", with: "a").data(using: .utf16BigEndian) ?? Data(), 1,
      "this is not JSON: a control character stands where a value should be;"),
    Case(
      FormatOne.text.data(using: .utf32) ?? Data(), 1, "this is not UTF-8;"),
    Case(
      FormatOne.text.replacing("„alle“", with: "Ä").data(using: .isoLatin1) ?? Data(), 3,
      "this is not UTF-8;"),
    Case(
      FormatOne.replacing("„alle“", with: "") + Data([0xC3]), 44, "this is not UTF-8;"),
  ]

  @Test("What is JSON in another encoding", arguments: encodings)
  func encoding(broken: Case) throws { try expect(broken) }

  static let conflicts = [
    Case(
      "  \"queries\"",
      "<<<<<<< HEAD\n  \"queries\" : \"1\",\n=======\n  \"queries\" : \"2\",\n>>>>>>> a\n  \"queries\"",
      4,
      "a merge conflict is left in this baseline; resolve it, or record it anew"),
    Case("  \"queries\"", "||||||| 1f2e3d\n  \"queries\"", 4, "a merge conflict is left"),
    Case("  \"queries\"", "=======\r\n  \"queries\"", 4, "a merge conflict is left"),
    Case("  \"queries\"", ">>>>>>> branch\n  \"queries\"", 4, "a merge conflict is left"),
  ]

  @Test("What a merge has left", arguments: conflicts)
  func conflict(broken: Case) throws { try expect(broken) }

  @Test("The marks of a merge within a text are none")
  func marksInText() throws {
    let name = "<<<<<<< HEAD\\n=======\\n>>>>>>> a"
    let json = FormatOne.replacing("„alle“", with: name)
    #expect(try Baseline(json: json, path: "a.json").name.contains("=======\n>>>>>>> a"))
  }

  @Test("Whatever is changed at random, a file is refused on a line of it or read without loss")
  func random() throws {
    var random = Splitmix(seed: 5)
    let sound = FormatOne.replacing(#"\"odd \\ name\""#, with: "odd")
    var (refused, read) = (0, 0)
    for round in 0..<1500 {
      let json = Self.changed(sound, &random)
      do {
        let again = try Baseline(json: json, path: "a.json").json()
        read += 1
        let isEscaped = json.contains(UInt8(ascii: "\\"))
        #expect(
          isEscaped || Self.withoutBlanks(again) == Self.withoutBlanks(json), "round \(round)")
      } catch let error as BaselineError {
        refused += 1
        let lines = 1...(json.count { $0 == UInt8(ascii: "\n") } + 1)
        #expect(error.line.map(lines.contains) == true, "round \(round): \(error)")
      }
    }
    #expect(refused > 500 && read > 250)
  }

  /// With one or two bytes added, taken out or replaced.
  private static func changed(_ json: Data, _ random: inout Splitmix) -> Data {
    let bytes = Array("{}[]\",:\\ \n0-.eEtfnu<\u{0}".utf8) + [0xC3, 0xFF]
    var json = json
    for _ in 0...(random.next() % 2) {
      let place = Int(random.next() % UInt64(json.count))
      let byte = bytes[Int(random.next() % UInt64(bytes.count))]
      switch random.next() % 3 {
      case 0: json[place] = byte
      case 1: json.insert(byte, at: place)
      default: json.remove(at: place)
      }
    }
    return json
  }

  private static func withoutBlanks(_ json: Data) -> String {
    String(decoding: json, as: UTF8.self).filter { !$0.isWhitespace }
  }
}
