import QueryBudget
import Testing

@Suite struct TableAccessTests {
  static let joined = "SELECT * FROM article AS a JOIN main.tag t ON t.id = a.tagId, review"

  private func described(_ plan: [String], _ sql: String = joined) -> [String] {
    TableAccess.list(plan: plan, sql: sql).map(\.description)
  }

  @Test(
    "Every wording of every version",
    arguments: [
      ("SCAN review", "review scanned"),
      ("SCAN TABLE review", "review scanned"),
      ("SCAN a", "article scanned"),
      ("SCAN A", "article scanned"),
      ("SCAN TABLE article AS a", "article scanned"),
      ("SCAN main.review", "review scanned"),
      ("SCAN MAIN.review", "review scanned"),
      ("SCAN temp.review", "review scanned"),
      ("SCAN review LEFT-JOIN", "review scanned"),
      ("SCAN t (~1000 rows)", "tag scanned"),
      ("SCAN a USING COVERING INDEX i", "article scanned by covering index i"),
      ("SCAN TABLE article AS a USING INDEX i (x)", "article scanned by index i (x)"),
      ("SEARCH review USING INDEX r (bookId=?)", "review by index r"),
      ("SEARCH TABLE review USING INDEX r (bookId=? AND stars>?)", "review by index r"),
      ("SEARCH t USING COVERING INDEX tag_name (name=?)", "tag by covering index tag_name"),
      ("SEARCH t USING COVERING INDEX tag_name", "tag by covering index tag_name"),
      ("SEARCH t USING INTEGER PRIMARY KEY (rowid=?)", "tag by primary key"),
      ("SEARCH t USING INTEGER PRIMARY KEY (rowid=?) LEFT-JOIN", "tag by primary key"),
      ("SEARCH t USING INTEGER PRIMARY KEY (rowid=?) EXISTS", "tag by primary key"),
      ("SEARCH t USING PRIMARY KEY (k=? AND l=?)", "tag by primary key"),
      ("SEARCH t USING PRIMARY KEY", "tag by its smallest or greatest value"),
      ("SEARCH t", "tag by its smallest or greatest value"),
      ("SEARCH t USING AUTOMATIC COVERING INDEX (y=?)", "automatic index on tag (y)"),
      (
        "SEARCH t USING AUTOMATIC PARTIAL COVERING INDEX (y=? AND z=?)",
        "automatic index on tag (y, z)"
      ),
      ("SCAN review VIRTUAL TABLE INDEX 0:M1", "review as a virtual table"),
      ("SCAN TABLE review VIRTUAL TABLE INDEX 0:", "review as a virtual table"),
      ("USE TEMP B-TREE FOR ORDER BY", "temporary B-tree for ORDER BY"),
      ("USE TEMP B-TREE FOR RIGHT PART OF ORDER BY", "temporary B-tree for a part of ORDER BY"),
      ("USE TEMP B-TREE FOR LAST TERM OF ORDER BY", "temporary B-tree for a part of ORDER BY"),
      ("USE TEMP B-TREE FOR LAST 2 TERMS OF ORDER BY", "temporary B-tree for a part of ORDER BY"),
      ("USE TEMP B-TREE FOR GROUP BY", "temporary B-tree for GROUP BY"),
      ("USE TEMP B-TREE FOR DISTINCT", "temporary B-tree for DISTINCT"),
      ("USE TEMP B-TREE FOR count(DISTINCT)", "temporary B-tree for count(DISTINCT)"),
      ("UNION USING TEMP B-TREE", "temporary B-tree for UNION"),
      ("SEARCH trigger_target USING INDEX i (x=?)", "trigger_target by index i"),
    ])
  func wordings(line: String, text: String) {
    #expect(described([line]) == [text])
  }

  @Test(
    "What reaches no table is left out",
    arguments: [
      "SCAN CONSTANT ROW", "SCAN 2 CONSTANT ROWS", "SCAN 3-ROW VALUES CLAUSE", "MULTI-INDEX OR",
      "INDEX 1", "CO-ROUTINE x", "MATERIALIZE x", "COMPOUND QUERY", "LEFT-MOST SUBQUERY",
      "UNION ALL", "MERGE (UNION)", "LIST SUBQUERY 1", "CORRELATED SCALAR SUBQUERY 2",
      "BLOOM FILTER ON a (id=?)", "SETUP", "RECURSIVE STEP", "RIGHT-JOIN review",
      "SCAN (subquery-1)", "SCAN SUBQUERY 1 AS x", "SCAN SUBQUERY 1",
      "USING INDEX i FOR IN-OPERATOR",
      "", "SCAN", "MATERIALIZE",
    ])
  func others(line: String) {
    #expect(described([line]) == [])
  }

  @Test("A subquery, a common table expression and a materialized view are no tables")
  func derived() {
    #expect(
      described(
        ["CO-ROUTINE x", "SCAN a", "SCAN x", "SEARCH c USING AUTOMATIC COVERING INDEX (id=?)"],
        "WITH c AS (SELECT 1 AS id) SELECT * FROM (SELECT * FROM article a LIMIT 3) x JOIN c USING (id)"
      )
        == ["article scanned"])
    #expect(
      described(["CO-ROUTINE v", "SCAN book", "SCAN v"], "SELECT * FROM v") == ["book scanned"])
    #expect(described(["SCAN d"], "WITH c AS (SELECT 1) SELECT * FROM c AS d") == [])
    // The inner c is a table: the WITH of a subquery ends with it.
    #expect(
      described(["SCAN c"], "SELECT * FROM c WHERE x IN (WITH d AS (SELECT 1) SELECT * FROM d)")
        == ["c scanned"])
  }

  @Test(
    "Names and aliases are the statement's",
    arguments: [
      ("UPDATE article AS x SET y = 1 WHERE z", "SCAN x", "article scanned"),
      ("DELETE FROM article AS x", "SCAN x", "article scanned"),
      ("UPDATE OR IGNORE article SET y = 1", "SCAN article", "article scanned"),
      ("UPDATE a SET y = 1 FROM article b", "SCAN b", "article scanned"),
      ("INSERT INTO a(x, y) SELECT x, y FROM article b", "SCAN b", "article scanned"),
      ("SELECT * FROM other.article", "SCAN other.article", "other.article scanned"),
      ("SELECT * FROM other.article x", "SCAN x", "other.article scanned"),
      ("SELECT * FROM \"my table\"", "SCAN my table USING INDEX i", "my table scanned by index i"),
      (
        "SELECT * FROM \"a USING INDEX b\" WHERE \"my col\" = 1",
        "SEARCH a USING INDEX b USING INDEX i (my col=?)", "a USING INDEX b by index i"
      ),
      ("SELECT * FROM [order] \"key\"", "SCAN key", "order scanned"),
      ("SELECT (SELECT 1 FROM review r), x FROM article a", "SCAN r", "review scanned"),
      ("SELECT * FROM x WHERE y = (SELECT 1 FROM review r)", "SCAN r", "review scanned"),
      ("SELECT * FROM (a x JOIN (article y))", "SCAN y", "article scanned"),
      ("SELECT * FROM a x UNION SELECT * FROM article y", "SCAN y", "article scanned"),
      // One alias for two tables is no answer.
      ("SELECT (SELECT 1 FROM review x) FROM article x", "SCAN x", "x scanned"),
      (
        "SELECT * FROM article a NOT INDEXED LEFT JOIN b c INDEXED BY i ON 1", "SCAN c", "b scanned"
      ),
    ])
  func names(sql: String, line: String, text: String) {
    #expect(described([line], sql) == [text])
  }

  @Test("The columns of a search, each once")
  func columns() {
    func columns(_ terms: String) -> [String] {
      let plan = ["SEARCH t USING INDEX i (\(terms))"]
      guard case .index(_, _, let columns, _)? = TableAccess.list(plan: plan, sql: "").first
      else { return [] }
      return columns
    }
    #expect(columns("a=? AND b>? AND b<?") == ["a", "b"])
    #expect(columns("(a,b)>(?,?)") == ["a", "b"])
    #expect(columns("ANY(a) AND b=?") == ["a", "b"])
    #expect(columns("<expr>=? AND my col=?") == ["<expr>", "my col"])
  }

  @Test(
    "No statement is too strange",
    arguments: [
      "", "(((", ")))", "FROM", "WITH", "WITH x AS", "UPDATE", "SELECT * FROM a AS", "INSERT INTO",
      "SELECT * FROM ,,a.", "\"", String(repeating: "(", count: 100_000),
      "SELECT " + String(repeating: "(1", count: 100_000),
    ])
  func strange(sql: String) {
    #expect(described(["SCAN a"], sql) == ["a scanned"])
  }
}
