import Testing

/// What a program reads.
@Suite struct DiffJSONTests {
  private static let whole = """
    {
      "changes" : [
        {
          "category" : "worse",
          "judgement" : "worse",
          "name" : {
            "new" : "GET /api/articles",
            "old" : "GET /api/articles"
          },
          "path" : "AppTests/ArticleTests/list.json",
          "queries" : {
            "new" : "1 + articles",
            "old" : "1"
          },
          "scales" : {
            "new" : {
              "articles" : [
                1,
                10,
                100
              ]
            },
            "old" : {
              "articles" : [
                1,
                10,
                100
              ]
            }
          },
          "sqlite" : {
            "new" : "3.40",
            "old" : "3.40"
          },
          "statements" : [
            {
              "judgement" : "worse",
              "new" : {
                "kind" : "read",
                "plan" : [
                  "SEARCH author USING INTEGER PRIMARY KEY (rowid=?)"
                ],
                "rows" : "articles",
                "runs" : "articles",
                "sql" : "SELECT * FROM author WHERE id = ?"
              },
              "presence" : "new",
              "regressions" : [

              ],
              "sql" : "SELECT * FROM author WHERE id = ?"
            }
          ]
        },
        {
          "category" : "new",
          "judgement" : "changed",
          "name" : {
            "new" : "GET /api/articles"
          },
          "path" : "AppTests/ArticleTests/feed.json",
          "queries" : {
            "new" : "1"
          },
          "scales" : {
            "new" : {
              "articles" : [
                1,
                10,
                100
              ]
            }
          },
          "sqlite" : {
            "new" : "3.40"
          },
          "statements" : [
            {
              "judgement" : "changed",
              "new" : {
                "kind" : "read",
                "plan" : [
                  "SCAN article"
                ],
                "rows" : "articles",
                "runs" : "1",
                "sql" : "SELECT * FROM article"
              },
              "presence" : "new",
              "regressions" : [

              ],
              "sql" : "SELECT * FROM article"
            }
          ]
        }
      ],
      "counts" : {
        "better" : 0,
        "changed" : 0,
        "gone" : 0,
        "new" : 1,
        "worse" : 1
      },
      "format" : 1,
      "new" : "the working tree",
      "old" : "HEAD",
      "problems" : [

      ]
    }

    """

  @Test("One object, its keys sorted")
  func whole() throws {
    let repository = try DiffRepository()
    try repository.record(.constant)
    try repository.commit()
    try repository.record(.growing)
    try repository.record(.constant, "feed")
    let run = try repository.diff("--format", "json")
    #expect(run.output == Self.whole)
    #expect(run.errors.isEmpty)
    #expect(run.status == 1)
  }

  @Test("What can't be read is told by file and line")
  func broken() throws {
    let repository = try DiffRepository()
    try repository.commit()
    try repository.write("{\n=======\n", to: "Baselines/A/B/c.json")
    let run = try repository.diff("--format", "json")
    #expect(run.status == 2)
    #expect(run.output.contains("\n      \"line\" : 2,\n"))
    #expect(run.output.contains("\"path\" : \"Baselines/A/B/c.json\",\n"))
  }
}
