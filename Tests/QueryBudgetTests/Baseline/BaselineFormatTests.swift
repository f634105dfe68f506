import Foundation
import QueryBudget
import Testing

/// What a file holds, and that an old one is read by every later version.
@Suite struct BaselineFormatTests {
  private func read(_ json: Data) throws -> Baseline {
    try Baseline(json: json, path: "Baselines/list.json")
  }

  private func error(_ json: Data) -> BaselineError? {
    #expect(throws: BaselineError.self) { try read(json) }
  }

  @Test("A file of format 1 is read, and written again byte for byte")
  func frozen() throws {
    let baseline = try read(FormatOne.data)
    #expect(String(decoding: try baseline.json(), as: UTF8.self) == FormatOne.text)
    #expect(baseline.name == "GET /api/authors/{id} „alle“")
    #expect(baseline.scales == ["authors": [1, 10, 100], "books": [0, 5]])
    #expect(baseline.statements.map(\.kind) == [.transaction, .insert, .read])
    #expect(baseline.statements[2].plan == ["SCAN book", "USE TEMP B-TREE FOR ORDER BY"])
    #expect(baseline.statements[2].accepted == "The books come from a cache in production.")
    #expect(baseline.statements[1].sql == #"INSERT INTO "odd \ name" (a, b) VALUES (?, ?)"#)
    #expect(baseline.statements[0].plan == nil && baseline.statements[0].rows == nil)
  }

  @Test("Another layout, other line ends and other escapes are read the same")
  func layouts() throws {
    let baseline = try read(FormatOne.data)
    let texts = [
      FormatOne.text.replacing("\n", with: "\r\n"),
      FormatOne.text.replacing("\n", with: " "),
      FormatOne.text.replacing("/", with: "\\/"),
      FormatOne.text.replacing("kind", with: "k\\u0069nd"),
      String(FormatOne.text.dropLast()),
    ]
    for text in texts { #expect(try read(Data(text.utf8)) == baseline) }
  }

  @Test("A newer format is refused before anything else of the file is judged, and isn't broken")
  func newer() throws {
    for rest in ["", ", \"name\": {\"first\": 1}, \"laws\": [null]"] {
      let error = error(Data("{\n  \"format\" : 2\(rest)\n}".utf8))
      #expect(
        error?.description == "Baselines/list.json:2: format 2 is newer than 1, which this version "
          + "of QueryBudget reads; update QueryBudget.")
    }
  }

  @Test("A number that never was a format is none", arguments: [0, -1, Int.min])
  func noFormat(number: Int) throws {
    let error = error(FormatOne.replacing("\"format\" : 1", with: "\"format\" : \(number)"))
    #expect(error?.line == 2)
    #expect(error?.problem.hasPrefix("format \(number) is none, the first was 1;") == true)
  }

  @Test(
    "A format that is no whole number is refused",
    arguments: ["\"1\"", "1.5", "null", "true", "[1]", "{}", "1e99", "99999999999999999999"])
  func otherFormat(value: String) throws {
    let error = error(FormatOne.replacing("\"format\" : 1", with: "\"format\" : \(value)"))
    #expect(error?.line == 2)
    #expect(error?.problem.hasPrefix("\"format\" must be a whole number") == true)
  }

  @Test(
    "Whatever an axis is called, its laws are read back",
    arguments: ["3", "a*b", "1 + a", "ceil(a/10)", "a/2", "articles ", "\"", "ü\u{301}"])
  func axisNames(name: String) throws {
    for counts in [[1, 10, 100], [3, 21, 201], [1, 1, 10], [2, 5, 17], [5, 2, 9]] {
      let recordings = zip([1, 10, 100], counts).map { scale, count in
        QueryMeasurement.Run(
          scale: Scale([name: scale]),
          recording: Recording(tallies: [
            StatementTally(
              shape: StatementShape(of: SampleBaselines.author), sql: SampleBaselines.author,
              runs: count, rows: count)
          ]))
      }
      let measurement = QueryMeasurement(
        name: "GET", axes: [Axis(name, scales: [1, 10, 100])], runs: recordings)
      let baseline = Baseline(of: QueryGrowth(of: measurement))
      #expect(try read(baseline.json()) == baseline)
    }
  }
}
