import Testing

@testable import QueryBudgetFixtures

@Suite struct ColumnWordsTests {
  static let names: [(String, [String])] = [
    ("author_email", ["author", "email"]), ("authorEmail", ["author", "email"]),
    ("AUTHOR_EMAIL", ["author", "email"]), ("Author Email", ["author", "email"]),
    ("URLPath", ["url", "path"]), ("userID", ["user", "id"]), ("e-mail", ["e", "mail"]),
    ("address_line_2", ["address", "line"]), ("isbn13", ["isbn"]), ("__x__", ["x"]),
    ("größe", ["größe"]), ("42", ["42"]), ("", []), ("_", []),
  ]

  @Test("A name is split where it joins its words", arguments: names)
  func split(name: String, words: [String]) {
    #expect(ColumnWords(name).words == words)
  }

  @Test("The name of the table in front says nothing")
  func table() {
    func words(_ column: String, _ table: String) -> [String] {
      ColumnWords(column: column, table: ColumnWords(table)).words
    }
    #expect(words("article_title", "articles") == ["title"])
    #expect(words("orderDetailId", "order_details") == ["id"])
    #expect(words("category_name", "Categories") == ["name"])
    #expect(words("person_name", "people") == ["name"])
    #expect(words("address", "address") == ["address"])
    #expect(words("bus_stop", "bus") == ["stop"])
  }

  @Test("A type is taken apart")
  func types() {
    let decimal = DeclaredType("decimal ( 10 , 2 )")
    #expect(decimal.name == "DECIMAL" && decimal.arguments == [10, 2])
    #expect(decimal.scale == 2 && decimal.limit == 99_999_999)
    #expect(DeclaredType("NUMERIC(5)").limit == 99_999)
    #expect(DeclaredType("NUMERIC").limit == nil)
    #expect(DeclaredType("DECIMAL(3,9)").limit == 0)
    #expect(DeclaredType("INT(11) UNSIGNED").name == "INT UNSIGNED")
    #expect(DeclaredType("VARCHAR(40)").lengths == 0...40)
    #expect(DeclaredType("CHARACTER VARYING(40)").lengths == 0...40)
    #expect(DeclaredType("CHAR(2)").lengths == 2...2)
    #expect(DeclaredType("CHAR(40)").lengths == 0...40)
    #expect(DeclaredType("VARCHAR(max)").lengths == nil)
    #expect(DeclaredType("DOUBLE(10)").lengths == nil)
    #expect(DeclaredType("TIMESTAMP WITH TIME ZONE").timeFormat == .dateTime)
    #expect(DeclaredType("(((").name == "")
  }
}
