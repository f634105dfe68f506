import Foundation
import QueryBudget
import Testing

/// B8: JSON that is no baseline is refused with file, line and what to do.
@Suite struct WrongValueTests {
  typealias Case = BrokenBaselineTests.Case

  private func expect(_ broken: Case) throws {
    let error = #expect(throws: BaselineError.self) {
      try Baseline(json: broken.json, path: "Baselines/list.json")
    }
    #expect(error?.line == broken.line)
    #expect(error?.problem.hasPrefix(broken.problem) == true, "\(error?.problem ?? "none")")
  }

  static let types = [
    Case(text: "[]", 1, "the baseline must be an object and not a list; restore it from version"),
    Case(text: "\n3", 2, "the baseline must be an object and not 3;"),
    Case(
      "\"name\" : \"GET /api/authors/{id} „alle“\"", "\"name\" : 3", 3,
      "\"name\" must be a text and not 3;"),
    Case(
      "\"3 + 2*authors + authors*books\"", "[1]", 4, "\"queries\" must be a text and not a list;"),
    Case(
      "\"scales\" : {", "\"scales\" : [], \"s\" : {", 5,
      "\"scales\" must be an object with a list for each axis and not a list;"),
    Case(
      "\"books\" : [", "\"books\" : 7, \"b\" : [", 11,
      "\"scales.books\" must be a list of whole numbers and not 7;"),
    Case(
      "      5\n", "      \"5\"\n", 13, "\"scales.books[1]\" must be a whole number and not a text;"
    ),
    Case("      5\n", "      5.5\n", 13, "\"scales.books[1]\" must be a whole number and not 5.5;"),
    Case("\"3.40\"", "3.40", 16, "\"sqlite\" must be a text and not 3.40;"),
    Case(
      "\"statements\" : [", "\"statements\" : {}, \"s\" : [", 17,
      "\"statements\" must be a list of statements and not an object;"),
    Case(
      "\"statements\" : [", "\"statements\" : [ null,", 17,
      "\"statements[0]\" must be an object and not null;"),
    Case("\"transaction\"", "1", 19, "\"statements[0].kind\" must be a text that names a kind:"),
    Case(
      "\"transaction\"", "\"reed\"", 19,
      "\"statements[0].kind\" must be a text that names a kind: read, insert, update, delete, transaction,"
    ),
    Case(
      "\"SCAN book\",", "\"SCAN book\", true,", 35,
      "\"statements[2].plan[1]\" must be a text and not true or false;"),
    Case("\"authors*books\"", "1", 38, "\"statements[2].rows\" must be a text and not 1;"),
    Case(
      "\"1 + ceil(authors/10)\"", "{}", 39,
      "\"statements[2].runs\" must be a text and not an object;"),
    Case("\"BEGIN IMMEDIATE\"", "null", 21, "\"statements[0].sql\" must be a text and not null;"),
    Case(
      "\"The books come from a cache in production.\"", "true", 32,
      "\"statements[2].accepted\" must be a text"),
  ]

  @Test("A value of another type", arguments: types)
  func type(broken: Case) throws { try expect(broken) }

  static let keys = [
    Case(text: "{\n}", 1, "\"format\" is missing; restore it from version control, or record"),
    Case("  \"name\" : \"GET /api/authors/{id} „alle“\",\n", "", 1, "\"name\" is missing;"),
    Case("  \"queries\" : \"3 + 2*authors + authors*books\",\n", "", 1, "\"queries\" is missing;"),
    Case(",\n      \"sql\" : \"BEGIN IMMEDIATE\"", "", 18, "\"statements[0].sql\" is missing;"),
    Case("      \"kind\" : \"insert\",\n", "", 23, "\"statements[1].kind\" is missing;"),
    Case("      \"runs\" : \"1\",\n", "", 18, "\"statements[0].runs\" is missing;"),
    Case(
      "\"sqlite\" :", "\"work\" : {\n},\n\"sqlite\" :", 16,
      "\"work\" is no key of format 1; update QueryBudget if a newer version wrote it, else remove it."
    ),
    Case(
      "\"runs\" : \"1\",", "\"runs\" : \"1\", \"cost\" : [], ", 20,
      "\"statements[0].cost\" is no key of format 1;"),
    Case(
      "\"sqlite\" :", "\"\\u001b[31m\" : 1,\n\"sqlite\" :", 16,
      "\"\\u{1B}[31m\" is no key of format 1;"),
    Case(
      "\"sqlite\" :", "\"format\" : 1,\n\"sqlite\" :", 16,
      "\"format\" stands here for the second time; remove one, or record it anew"),
    Case(
      "\"runs\" : \"1\",", "\"runs\" : \"1\",\n\"r\\u0075ns\" : \"9\",", 21,
      "\"statements[0].runs\" stands here for the second time;"),
    Case(
      "\"books\" : [", "\"authors\" : [1, 2], \"books\" : [", 11,
      "\"scales.authors\" stands here for the second time;"),
    Case("\"3.40\"", "null", 16, "\"sqlite\" is null; leave it out instead."),
    Case(
      "\"runs\" : \"1\",", "\"runs\" : \"1\", \"rows\" : null,", 20,
      "\"statements[0].rows\" is null;"),
    // One key more and one null: as many members as a sound file has.
    Case("\"3.40\"", "null,\n\"work\" : 1", 17, "\"work\" is no key of format 1;"),
  ]

  @Test("A key that is missing, unknown or there twice", arguments: keys)
  func key(broken: Case) throws { try expect(broken) }

  static let values = [
    Case("GET /api/authors/{id} „alle“", "", 3, "\"name\" is empty;"),
    Case(
      "3 + 2*authors + authors*books", "queries", 4,
      "\"queries\" is \"queries\", which is no growth law over authors and books;"),
    Case(
      "3 + 2*authors + authors*books", "3 + articles", 4,
      "\"queries\" is \"3 + articles\", which is no growth law over"),
    Case(
      "\"runs\" : \"1\"", "\"runs\" : \"\"", 20,
      "\"statements[0].runs\" is \"\", which is no growth law"),
    Case(
      "irregular (3, 1, 2, 1, 9, 7)", "irregular (3, 1)", 28,
      "\"statements[1].runs\" is \"irregular (3, 1)\", which is no"),
    Case(
      "\"authors*books\"", "\"authors times books\"", 38,
      "\"statements[2].rows\" is \"authors times books\", which"),
    Case(
      "      10,\n", "      100,\n", 6,
      "\"scales.authors\" must hold two numbers or more that rise, none negative;"),
    Case("      10,\n", "      1,\n", 6, "\"scales.authors\" must hold"),
    Case(
      "      0,\n", "      -1,\n", 11, "\"scales.books\" must hold two numbers or more that rise"),
    Case("      0,\n", "", 11, "\"scales.books\" must hold two numbers or more"),
    Case("      0,\n      5\n", "", 11, "\"scales.books\" must hold two numbers or more"),
    Case("\"scales\" : {", "\"scales\" : {},\"s\" : {", 5, "\"s\" is no key"),
    Case(
      text: "{\"format\":1,\"name\":\"a\",\"queries\":\"1\",\n\"scales\":{},\"statements\":[]}", 2,
      "\"scales\" names nothing that grows;"),
    Case("BEGIN IMMEDIATE", "", 21, "\"statements[0].sql\" is empty;"),
    Case(
      "\"BEGIN IMMEDIATE\"", "\"select * from BOOK where authorId = 7 order by title\"", 40,
      "\"statements[2].sql\" is a statement that is listed above already;"),
  ]

  @Test("A value that says nothing or contradicts another one", arguments: values)
  func value(broken: Case) throws { try expect(broken) }
}
