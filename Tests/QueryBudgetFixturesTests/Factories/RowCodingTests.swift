import Foundation
import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

@Suite struct RowCodingTests {
  private enum Mood: String, Codable { case calm, loud }

  private struct Size: Codable, Equatable {
    var width: Double
    var at = Date(timeIntervalSince1970: 1.5)
  }

  private struct Everything: Codable, Equatable {
    var flag = true
    var small: Int8 = -8
    var large: UInt64 = 9_000_000_000
    var real = 1.5
    var single: Float = 0.25
    var text = "x"
    var bytes: [UInt8] = [1, 2]
    var data = Data([3, 4])
    var date = Date(timeIntervalSince1970: 1_767_225_600.25)
    var uuid = UUID(uuid: (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
    var url = URL(string: "https://example.com/a?b=c")
    var price = Decimal(string: "12.50")
    var mood = Mood.loud
    var moods = [Mood.calm, .loud]
    var size: Size? = Size(width: 2)
    var none: Int?
    var noMood: Mood?
  }

  private func row(_ columns: [String: SQLiteValue]) -> Row {
    Row(columns: Array(columns.keys), values: Array(columns.values))
  }

  @Test("Every type has its place in a column, and comes back from it")
  func types() throws {
    let columns = try RowEncoder().columns(of: Everything())
    #expect(
      columns == [
        "flag": 1, "small": -8, "large": 9_000_000_000, "real": 1.5, "single": 0.25, "text": "x",
        "bytes": .blob([1, 2]), "data": .blob([3, 4]), "date": "2026-01-01 00:00:00.250",
        "uuid": "01020304-0506-0708-090A-0B0C0D0E0F10", "url": "https://example.com/a?b=c",
        "price": "12.5", "mood": "loud", "moods": #"["calm","loud"]"#,
        "size": #"{"at":1500,"width":2}"#, "none": .null, "noMood": .null,
      ])
    #expect(try RowDecoder().decode(Everything.self, from: row(columns)) == Everything())
  }

  @Test("A class writes what it inherits into the same row, and reads it from there")
  func inherited() throws {
    class Base: Codable {
      var id = 7
      init() {}
    }
    final class Derived: Base {
      var name = "x"
      override init() { super.init() }
      required init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        name = try container.decode(String.self, forKey: .name)
        try super.init(from: container.superDecoder())
      }
      override func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(name, forKey: .name)
        try super.encode(to: container.superEncoder())
      }
      enum Key: CodingKey { case name }
    }
    #expect(try RowEncoder().columns(of: Derived()) == ["id": 7, "name": "x"])
    let read = try RowDecoder().decode(Derived.self, from: row(["id": 8, "name": "y"]))
    #expect((read.id, read.name) == (8, "y"))
  }

  @Test("Columns are found whatever their case")
  func spelling() throws {
    struct Small: Decodable { var authorID: Int }
    #expect(try RowDecoder().decode(Small.self, from: row(["authorId": 3])).authorID == 3)
  }

  @Test("What has no coding keys is no row")
  func noKeys() throws {
    #expect(throws: EncodingError.self) { try RowEncoder().columns(of: [1, 2]) }
    #expect(throws: EncodingError.self) { try RowEncoder().columns(of: Mood.calm) }
    struct Nesting: Encodable {
      enum Key: CodingKey { case outer, inner }
      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        var nested = container.nestedContainer(keyedBy: Key.self, forKey: .outer)
        try nested.encode(1, forKey: .inner)
      }
    }
    #expect(throws: EncodingError.self) { try RowEncoder().columns(of: Nesting()) }
  }

  @Test("A number that SQLite has no room for is refused")
  func overflow() throws {
    struct Huge: Encodable { var number = UInt64.max }
    let error = #expect(throws: EncodingError.self) { try RowEncoder().columns(of: Huge()) }
    #expect(
      error.map(CodingText.of)
        == "number: 18446744073709551615 is beyond SQLite's integers: store it as text")
  }

  @Test("What a column holds must fit the property")
  func mismatch() throws {
    struct Small: Decodable { var number: Int8 }
    struct Moody: Decodable { var mood: Mood }
    struct Named: Decodable { var name: String }
    func message<Value: Decodable>(_ type: Value.Type, _ columns: [String: SQLiteValue]) -> String?
    {
      let error = #expect(throws: DecodingError.self) {
        try RowDecoder().decode(type, from: row(columns))
      }
      return error.map(CodingText.of)
    }
    #expect(message(Small.self, ["number": 300]) == "number: it holds integer(300), no Int8")
    #expect(message(Named.self, ["name": .null]) == "name: it holds null, no String")
    #expect(message(Named.self, ["nmae": "x"]) == "there is no column name: did you mean nmae?")
    #expect(message(Moody.self, ["mood": "odd"])?.contains("odd") == true)
    #expect(message([Int].self, ["a": 1]) == "a row is read by its columns, with coding keys")
  }

  @Test(
    "A moment is read in every form that SQLite writes",
    arguments: [
      ("2026-01-31", 1_769_817_600), ("2026-01-31 13:45", 1_769_867_100),
      ("2026-01-31 13:45:06", 1_769_867_106), ("2026-01-31T13:45:06Z", 1_769_867_106),
      ("2026-01-31 13:45:06.25", 1_769_867_106.25), ("1969-12-31 23:59:59.500", -0.5),
      ("2024-02-29 00:00:00.000", 1_709_164_800),
      ("0001-01-01", Date.distantPast.timeIntervalSince1970),
    ])
  func moments(text: String, seconds: Double) throws {
    #expect(Date(.text(text))?.timeIntervalSince1970 == seconds)
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "", "x", "2026", "2026-13-01", "2026-02-30", "2026-01-31 25:00", "2026-01-31 13", "2026-1-1",
      "2026-01-31 13:45:06.", "2026-01-31 13:45:06 x", "2026-01-31X13:45",
    ])
  func noMoments(text: String) {
    #expect(Date(.text(text)) == nil)
  }

  @Test("Moments that SQLite can't tell are NULL, numbers are seconds")
  func edges() {
    #expect(Date(timeIntervalSince1970: 253_402_300_799).sqliteValue == "9999-12-31 23:59:59.000")
    #expect(Date(timeIntervalSince1970: 253_402_300_800).sqliteValue == .null)
    #expect(Date.distantPast.sqliteValue == "0001-01-01 00:00:00.000")
    #expect(Date(timeIntervalSince1970: -62_167_219_201).sqliteValue == .null)
    #expect(Date(.integer(5)) == Date(timeIntervalSince1970: 5))
    #expect(Date(.real(5.5)) == Date(timeIntervalSince1970: 5.5))
    #expect(UUID(.blob([1])) == nil)
    #expect(UUID(.blob(Array(0..<16)))?.uuidString == "00010203-0405-0607-0809-0A0B0C0D0E0F")
    #expect(Decimal(.integer(3)) == 3)
  }
}
