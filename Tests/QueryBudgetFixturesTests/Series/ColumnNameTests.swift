import QueryBudgetSQLite
import Testing

@testable import QueryBudgetFixtures

@Suite struct ColumnNameTests {
  /// Columns, by their names and a type that they share, and what all their values look like.
  struct Expectation: Sendable, CustomTestStringConvertible {
    let names: String
    let type: String
    let pattern: String
    var table = "thing"

    init(_ names: String, _ type: String, _ pattern: String, table: String = "thing") {
      (self.names, self.type, self.pattern, self.table) = (names, type, pattern, table)
    }

    var testDescription: String { "\(names) \(type)" }
  }

  static let texts: [Expectation] = [
    .init(
      "email contactEmail e_mail author_email_address EMAIL work_email emailAddress email_home",
      "TEXT", #"[a-z]+\.\d+@example\.com"#),
    .init("email", "VARCHAR(20)", #"u\d{1,4}@example\.org|u\d+@example\.org"#),
    .init(
      "url website homepage_url link SITE imageSourceUrl", "TEXT", #"https://example\.com/.*\d+"#),
    .init("avatar avatar_url imageUrl thumbnail_url photo", "TEXT", #"https://.*/images/\d+\.jpg"#),
    .init("host hostname host_name domain", "TEXT", #"[a-z]+-\d+\.example\.com"#),
    .init("ip ip_address clientIp ip_v4 INET_IP", "TEXT", #"192\.0\.2\.\d+"#),
    .init("address", "INET", #"192\.0\.2\.\d+"#),
    .init("mac mac_address", "TEXT", #"02:00(:[0-9a-f]{2}){4}"#),
    .init("user_agent userAgent", "TEXT", #"Mozilla/5\.0 .*/\d+"#),
    .init("username user_name login handle nickname", "TEXT", #"[a-z]+\d+"#),
    .init("first_name firstName FIRSTNAME given_name", "TEXT", #"[A-Z][a-z]+ [A-Z][a-z]+"#),
    .init("last_name surname familyName", "TEXT", #"[A-Z][a-z]+"#),
    .init("full_name displayName author", "TEXT", #"[A-Z][a-z]+ [A-Z][a-z]+"#),
    .init("name author_name", "TEXT", #"[A-Z][a-z]+ [A-Z][a-z]+"#, table: "authors"),
    .init("company company_name supplierName publisher", "TEXT", #"[A-Z][a-z]+ [A-Z][a-z]+ \d+"#),
    .init("name", "TEXT", #"[A-Z][a-z]+ [A-Z][a-z]+ \d+"#, table: "suppliers"),
    .init("name", "TEXT", #"Product \d+"#, table: "products"),
    .init("category_name categoryName", "NVARCHAR(40)", #"Category \d+"#),
    .init("title subject headline articleTitle", "TEXT", #"The [a-z]+ [a-z]+ \d+"#),
    .init("title", "VARCHAR(20)", #"[A-Z][a-z]+ \d+"#),
    .init("slug url_slug", "TEXT", #"[a-z]+-[a-z]+-\d+"#),
    .init(
      "body content text description summary notes comment bio", "TEXT",
      #"[A-Z][a-z ]+ \(\d+\)\."#
        .replacing("[a-z ]", with: "[A-Za-z ]")),
    .init("phone phone_number mobilePhone fax", "TEXT", #"\+1-\d{3}-555-01\d\d"#),
    .init("phone", "VARCHAR(10)", #"\d{3}55501\d\d"#),
    .init(
      "street address street_address address1 address_line_2", "TEXT",
      #"\d+ [A-Z][a-z]+ [A-Z][a-z]+"#),
    .init("city town BillingCity", "TEXT", #"[A-Z][a-z]+"#),
    .init("region province", "TEXT", #"[A-Z][a-z]+"#),
    .init("country billing_country", "TEXT", #"[A-Z][a-z]+"#),
    .init("country country_code countryCode", "CHAR(2)", #"[A-Z]{2}"#),
    .init("code", "CHAR(3)", #"[A-Z]{3}"#, table: "country"),
    .init("postal_code zip zipcode PostalCode", "TEXT", #"\d{5}"#),
    .init("currency currency_code", "CHAR(3)", #"[A-Z]{3}"#),
    .init("language lang", "TEXT", #"[a-z]{2}"#),
    .init("locale", "TEXT", #"[a-z]{2}_[A-Z]{2}"#),
    .init("time_zone timezone tz", "TEXT", #"[A-Z][a-z]+/[A-Z][A-Za-z_]+|UTC"#),
    .init("uuid guid public_uuid", "TEXT", uuid), .init("anything", "UUID", uuid),
    .init("token secret api_key resetToken password", "TEXT", #"[0-9a-f]{32}"#),
    .init("hash digest sha256 password_hash checksum", "TEXT", #"[0-9a-f]{64}"#),
    .init("digest", "CHAR(40)", #"[0-9a-f]{40}"#),
    .init("status state order_status", "TEXT", "active|pending|inactive|done"),
    .init("type kind category", "TEXT", "standard|special|basic|other"),
    .init("priority severity", "TEXT", "low|normal|high"), .init("role", "TEXT", "[a-z]+"),
    .init("gender sex", "CHAR(1)", "[FMX]"), .init("gender", "TEXT", "female|male|other"),
    .init("color colour", "TEXT", "#[0-9a-f]{6}"), .init("version", "TEXT", #"1\.\d+\.0"#),
    .init("file_name fileName", "TEXT", #"[a-z]+-\d+\.txt"#),
    .init("path file_path", "TEXT", #"/files/[a-z]+-\d+\.txt"#),
    .init("mime_type content_type", "TEXT", "[a-z]+/[a-z]+"),
    .init("metadata json payload", "TEXT", #"\{"n":\d+\}"#), .init("x", "JSON", #"\{"n":\d+\}"#),
    .init("isbn isbn13", "TEXT", #"978\d{10}"#), .init("sku code", "TEXT", #"THI-\d{4,}"#),
    .init("is_active isActive", "TEXT", "true|false"), .init("price cost", "TEXT", #"\d+\.99"#),
    .init("quantity position", "TEXT", #"\d+"#), .init("flavor", "TEXT", #"flavor \d+"#),
    .init("billingNote", "", #"[A-Z].* \(\d+\)\."#), .init("flavor", "", #"flavor \d+"#),
    .init("flavor", "STRING", #"flavor \d+"#), .init("flavor", "CHAR(2)", "[A-Z]{2}"),
  ]

  private static let uuid = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

  static let numbers: [Expectation] = [
    .init("id parent_id externalId", "INTEGER", #"\d+"#),
    .init("price amount total_cost salary unitPrice", "DECIMAL(10,2)", #"\d{1,3}\.\d{1,2}"#),
    .init("price", "DECIMAL(3,2)", #"\d\.\d{1,2}"#), .init("price", "DECIMAL(5,0)", #"\d{1,5}"#),
    .init("price fee balance", "REAL", #"\d{1,3}\.\d{1,2}"#), .init("price", "", #"\d+\.\d{1,2}"#),
    .init("price_cents amount", "INTEGER", #"\d{3,5}"#), .init("total", "MONEY", #"\d+\.\d{1,2}"#),
    .init("quantity qty stock view_count num_items", "INTEGER", #"\d{1,3}"#),
    .init("position rank sort_order", "INT", #"\d+"#),
    .init("age", "TINYINT", "1[89]|[2-7][0-9]|80"), .init("year", "INT", "19[0-9]{2}|20[0-2][0-9]"),
    .init("year_made", "YEAR", "19[0-9]{2}|20[0-2][0-9]"),
    .init("percentage discount_percent", "REAL", #"\d{1,3}\.\d{1,2}"#),
    .init("rate tax_rate", "REAL", #"[01]\.\d{1,2}"#), .init("rating stars", "INTEGER", "[1-5]"),
    .init("rating", "REAL", #"[1-5]\.\d"#), .init("weight height width", "REAL", #"\d+\.\d"#),
    .init("size length duration_ms", "INTEGER", #"\d{2,4}"#),
    .init("latitude lat", "REAL", #"-?[0-9]{1,2}\.\d+"#),
    .init("longitude lng", "DOUBLE", #"-?[0-9]{1,3}\.\d+"#),
    .init("is_active hasImage published enabled deleted can_edit", "INTEGER", "[01]"),
    .init("anything created_at", "BOOLEAN", "[01]"), .init("anything", "TINYINT(1)", "[01]"),
    .init("anything", "SMALLINT", #"\d{1,5}"#), .init("flavor", "REAL", #"\d+\.\d{1,2}"#),
    .init("flavor", "NUMERIC", #"\d+"#), .init("flavor", "NUMERIC(8,3)", #"\d+\.\d{1,3}"#),
    .init("month", "INTEGER", "[1-9]|1[0-2]"), .init("status", "INTEGER", "[0-2]"),
  ]

  static let times: [Expectation] = [
    .init("created_at updatedAt published_at lastLogin", "TEXT", dateTime),
    .init("created_at flavor", "DATETIME", dateTime), .init("deleted_at", "TIMESTAMP", dateTime),
    .init("sent_at", "", dateTime), .init("start_time", "TEXT", dateTime),
    .init("birth_date due_on orderDate date birthday DOB hire_date date_of_birth", "TEXT", date),
    .init("flavor created_at", "DATE", date), .init("flavor start_time", "TIME", clock),
    .init("created_at updatedAt date timestamp expires", "INTEGER", #"\d{10}"#),
    .init("created_at_ms createdMs", "INTEGER", #"1[56]\d{11}"#),
    .init("created_at", "REAL", #"\d{10}\.0"#), .init("julian_date", "REAL", #"24\d{5}\.\d+"#),
  ]

  private static let date = #"\d{4}-\d\d-\d\d"#
  private static let clock = #"\d\d:\d\d:\d\d"#
  private static let dateTime = date + " " + clock

  @Test("Values are what people expect", arguments: texts + numbers + times)
  func expected(_ expectation: Expectation) throws {
    let regex = try Regex("(?:\(expectation.pattern))")
    for name in expectation.names.split(separator: " ") {
      let sample = SeriesSample(table: expectation.table)
      let values = sample.values(String(name), expectation.type, count: 40)
      #expect(values.count == 40)
      for value in values {
        let text = text(value)
        #expect(text.wholeMatch(of: regex) != nil, "\(name) \(expectation.type) is \(text)")
      }
    }
  }

  private func text(_ value: SQLiteValue) -> String {
    switch value {
    case .null: "NULL"
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .text(let text): text
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }

  @Test("Neighbours differ, whatever the column", arguments: texts + numbers + times)
  func neighbours(_ expectation: Expectation) {
    for name in expectation.names.split(separator: " ") {
      let sample = SeriesSample(table: expectation.table)
      let values = sample.values(String(name), expectation.type, count: 200)
      for (one, next) in zip(values, values.dropFirst()) { #expect(one != next) }
    }
  }

  @Test("Columns of bytes get bytes")
  func bytes() {
    let lengths = [("data", "BLOB", 16), ("hash", "BLOB", 32), ("id", "BINARY(8)", 8)]
    for (name, type, length) in lengths {
      for value in SeriesSample().values(name, type) {
        guard case .blob(let bytes) = value else {
          Issue.record("\(name) is \(value)")
          continue
        }
        #expect(bytes.count == length)
      }
    }
  }

  @Test("A state is a part of an address where there is one")
  func state() {
    let city = FixtureColumn(
      name: "city", declaredType: "TEXT", isNotNull: false, defaultSQL: nil, isGenerated: false)
    #expect(SeriesSample().values("state", "TEXT", count: 1) == ["active"])
    let values = SeriesSample(others: [city]).values("state", "TEXT")
    #expect(values.allSatisfy { WordLists.regions.map { .text($0) }.contains($0) })
  }

  @Test("A row that is published is not hidden, too")
  func flags() {
    #expect(SeriesSample().values("published", "BOOLEAN", count: 2) == [1, 0])
    #expect(SeriesSample().values("is_hidden", "BOOLEAN", count: 2) == [0, 1])
    #expect(SeriesSample(seed: 2).values("published", "BOOLEAN", count: 2) == [0, 1])
  }

  @Test("What ends, ends later than it starts")
  func order() {
    let later = [
      ("created_at", "updated_at"), ("started_on", "ended_on"), ("order_date", "shipped_date"),
      ("start_time", "end_time"), ("created_at", "deleted_at"), ("created_at", "expires_at"),
      ("from_date", "to_date"), ("issued_at", "due_at"), ("hireDate", "terminatedDate"),
    ]
    for (start, end) in later {
      for type in ["TEXT", "DATETIME", "INTEGER", "REAL", "DATE"] {
        for seed: UInt64 in [1, 2, 77] {
          let sample = SeriesSample(seed: seed)
          let pairs = zip(
            sample.values(start, type, count: 500), sample.values(end, type, count: 500))
          #expect(pairs.allSatisfy { isBefore($0, $1) }, "\(start) \(end) \(type) \(seed)")
        }
      }
    }
  }

  private func isBefore(_ one: SQLiteValue, _ other: SQLiteValue) -> Bool {
    switch (one, other) {
    case (.integer(let one), .integer(let other)): one < other
    case (.real(let one), .real(let other)): one < other
    case (.text(let one), .text(let other)): one < other
    default: false
    }
  }
}
