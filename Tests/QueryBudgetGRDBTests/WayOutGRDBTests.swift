import GRDB
import QueryBudget
import QueryBudgetGRDB
import QueryBudgetSQLite
import Testing

/// The way out in GRDB's words, for what GRDB really runs, and the same words as code: they compile,
/// and one or two statements take the place of many.
@Suite("The way out, with GRDB")
struct WayOutGRDBTests {
  struct Article: Decodable, FetchableRecord, TableRecord {
    var id: Int64
    var authorId: Int64
    static let author = belongsTo(Author.self)
    static let tags = hasMany(
      Tag.self, through: hasMany(ArticleTag.self), using: ArticleTag.belongsTo(Tag.self))
    static let comments = hasMany(Comment.self)
  }

  struct Author: Decodable, FetchableRecord, TableRecord {
    var id: Int64
    static let articles = hasMany(Article.self)
    static let profile = hasOne(Profile.self)
  }

  struct Tag: Decodable, FetchableRecord, TableRecord { var id: Int64 }
  struct ArticleTag: Decodable, FetchableRecord, TableRecord {
    var articleId: Int64
    static let tag = belongsTo(Tag.self)
  }
  struct Comment: Decodable, FetchableRecord, TableRecord { var id: Int64 }
  struct Profile: Decodable, FetchableRecord, TableRecord { var id: Int64 }

  struct Employee: Decodable, FetchableRecord, TableRecord {
    var id: Int64
    var managerId: Int64?
    static let manager = belongsTo(Employee.self, key: "manager")
    static let employees = hasMany(Employee.self)
  }

  struct Paper: Decodable, FetchableRecord, TableRecord {
    var id: Int64
    var authorId: Int64
    var editorId: Int64?
    static let author = belongsTo(Person.self, key: "author", using: ForeignKey(["authorId"]))
    static let editor = belongsTo(Person.self, key: "editor", using: ForeignKey(["editorId"]))
  }

  struct Person: Decodable, FetchableRecord, TableRecord {
    var id: Int64
    static let papers = hasMany(Paper.self, using: ForeignKey(["editorId"]))
    static let persons = hasMany(
      Person.self, through: hasMany(Friendship.self, using: ForeignKey(["personId"])),
      using: Friendship.belongsTo(Person.self, using: ForeignKey(["friendId"])))
  }

  struct Friendship: Decodable, FetchableRecord, TableRecord { var personId: Int64 }

  let recorder = StatementRecorder()
  let database: DatabaseQueue

  init() throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try DatabaseQueue(configuration: configuration)
    try database.write { db in
      try db.execute(sql: Self.tables)
      try db.execute(sql: Self.rows)
    }
  }

  static let tables = """
    CREATE TABLE author(id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE profile(id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL UNIQUE REFERENCES author);
    CREATE TABLE article(id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES author);
    CREATE TABLE tag(id INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE articleTag(
      articleId INTEGER NOT NULL REFERENCES article, tagId INTEGER NOT NULL REFERENCES tag,
      PRIMARY KEY(articleId, tagId)) WITHOUT ROWID;
    CREATE TABLE comment(id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article);
    CREATE TABLE employee(id INTEGER PRIMARY KEY, managerId INTEGER REFERENCES employee);
    CREATE TABLE person(id INTEGER PRIMARY KEY);
    CREATE TABLE paper(
      id INTEGER PRIMARY KEY, authorId INTEGER NOT NULL REFERENCES person,
      editorId INTEGER REFERENCES person);
    CREATE TABLE friendship(
      personId INTEGER NOT NULL REFERENCES person, friendId INTEGER NOT NULL REFERENCES person,
      PRIMARY KEY(personId, friendId));
    """

  static let rows = (1...5).map { id in
    """
    INSERT INTO author VALUES (\(id), 'x'); INSERT INTO profile VALUES (\(id), \(id));
    INSERT INTO article VALUES (\(id), \(id)); INSERT INTO tag VALUES (\(id), 'x');
    INSERT INTO articleTag VALUES (\(id), \(id)); INSERT INTO comment VALUES (\(id), \(id));
    INSERT INTO employee VALUES (\(id), \(max(1, id - 1))); INSERT INTO person VALUES (\(id));
    INSERT INTO paper VALUES (\(id), \(id), \(id)); INSERT INTO friendship VALUES (\(id), \(id));
    """
  }.joined(separator: "\n")

  /// What is said of the statement that runs most often.
  private func advice(_ body: (Database) throws -> Void) throws -> [String] {
    let recording = try recorder.record { try database.write(body) }
    let queries = recording.tallies.filter { StatementKind.queries.contains($0.shape.kind) }
    let growing = try #require(queries.max { $0.runs < $1.runs })
    #expect(growing.runs == 5)
    let schema = SchemaReader.schema(of: recorder)
    let wayOut = WayOut(of: growing.shape, sql: growing.sql, in: recording, schema: schema)
    return try #require(wayOut).lines(for: .grdb)
  }

  /// How many queries the way out takes.
  private func count(_ body: (Database) throws -> Void) throws -> Int {
    try database.read(body)
    return try recorder.record { try database.read(body) }.queryCount
  }

  @Test func `a parent by its key`() throws {
    let lines = try advice { db in
      for article in try Article.fetchAll(db) { _ = try Author.fetchOne(db, key: article.authorId) }
    }
    #expect(
      lines == [
        "article.authorId references author.id: load them with one join, or all at once with "
          + "WHERE author.id IN (…).",
        "In GRDB: Article.including(required: Article.author), with static let author = "
          + "belongsTo(Author.self) on Article.",
      ])
    #expect(
      try count { _ = try Row.fetchAll($0, Article.including(required: Article.author)) } == 1)
  }

  @Test func `a parent and children by column`() throws {
    let parents = try advice { db in
      for article in try Article.fetchAll(db) {
        _ = try Author.fetchOne(
          db, sql: "SELECT * FROM author WHERE id = ?", arguments: [article.authorId])
      }
    }
    #expect(parents.last?.contains("Article.including(required: Article.author)") == true)
    let children = try advice { db in
      for author in try Author.fetchAll(db) {
        _ = try Article.filter(Column("authorId") == author.id).fetchAll(db)
      }
    }
    #expect(
      children.last
        == "In GRDB: Author.including(all: Author.articles), with static let articles = "
        + "hasMany(Article.self) on Author.")
    #expect(try count { _ = try Row.fetchAll($0, Author.including(all: Author.articles)) } == 2)
  }

  @Test func `what a join table ties, and how many`() throws {
    let sql = """
      SELECT tag.* FROM tag JOIN articleTag ON articleTag.tagId = tag.id \
      WHERE articleTag.articleId = ?
      """
    let tags = try advice { db in
      for article in try Article.fetchAll(db) {
        _ = try Tag.fetchAll(db, sql: sql, arguments: [article.id])
      }
    }
    #expect(
      tags.last
        == "In GRDB: Article.including(all: Article.tags), with static let tags = "
        + "hasMany(Tag.self, through: hasMany(ArticleTag.self), "
        + "using: ArticleTag.belongsTo(Tag.self)) on Article.")
    #expect(try count { _ = try Row.fetchAll($0, Article.including(all: Article.tags)) } == 2)

    let joined = try advice { db in
      for article in try Article.fetchAll(db) {
        _ = try Tag.joining(
          required: Tag.hasMany(ArticleTag.self).filter(Column("articleId") == article.id)
        ).fetchAll(db)
      }
    }
    #expect(joined == tags)

    let counts = try advice { db in
      for article in try Article.fetchAll(db) {
        _ = try Comment.filter(Column("articleId") == article.id).fetchCount(db)
      }
    }
    #expect(
      counts == [
        "comment.articleId references article.id: aggregate the comment rows of all article rows at "
          + "once with WHERE comment.articleId IN (…) GROUP BY comment.articleId.",
        "In GRDB: Article.annotated(with: Article.comments.count), with static let comments = "
          + "hasMany(Comment.self) on Article.",
      ])
    #expect(
      try count { _ = try Row.fetchAll($0, Article.annotated(with: Article.comments.count)) } == 1)
    let isEmpty = try advice { db in
      for article in try Article.fetchAll(db) {
        _ = try Comment.filter(Column("articleId") == article.id).isEmpty(db)
      }
    }
    #expect(isEmpty.last?.contains("Article.including(all: Article.comments)") == true)
  }

  @Test func `one of each, and rows of the table itself`() throws {
    let profiles = try advice { db in
      for author in try Author.fetchAll(db) {
        _ = try Profile.filter(Column("authorId") == author.id).fetchOne(db)
      }
    }
    #expect(profiles.last?.contains("Author.including(optional: Author.profile)") == true)
    #expect(try count { _ = try Row.fetchAll($0, Author.including(optional: Author.profile)) } == 1)

    let managers = try advice { db in
      for employee in try Employee.fetchAll(db) {
        _ = try Employee.fetchOne(db, key: employee.managerId)
      }
    }
    #expect(
      managers.last
        == "In GRDB: Employee.including(optional: Employee.manager), with static let manager = "
        + "belongsTo(Employee.self, key: \"manager\") on Employee.")
    #expect(
      try count { _ = try Row.fetchAll($0, Employee.including(optional: Employee.manager)) } == 1)
    #expect(
      try count { _ = try Row.fetchAll($0, Employee.including(all: Employee.employees)) } == 2)
  }

  @Test func `two foreign keys to one table, and friends`() throws {
    let authors = try advice { db in
      for paper in try Paper.fetchAll(db) { _ = try Person.fetchOne(db, key: paper.authorId) }
    }
    #expect(
      authors.dropFirst() == [
        "In GRDB: Paper.including(required: Paper.author), with static let author = "
          + "belongsTo(Person.self, key: \"author\", using: ForeignKey([\"authorId\"])) on Paper.",
        "In GRDB: Paper.including(optional: Paper.editor), with static let editor = "
          + "belongsTo(Person.self, key: \"editor\", using: ForeignKey([\"editorId\"])) on Paper.",
      ])
    let both = Paper.including(required: Paper.author).including(optional: Paper.editor)
    #expect(try count { _ = try Row.fetchAll($0, both) } == 1)
    #expect(try count { _ = try Row.fetchAll($0, Person.including(all: Person.papers)) } == 2)
    #expect(try count { _ = try Row.fetchAll($0, Person.including(all: Person.persons)) } == 2)
  }

  @Test func `writes`() throws {
    let ids: [Int64] = [1, 2, 3, 4, 5]
    let updates = try advice { db in
      for id in ids {
        try db.execute(sql: "UPDATE tag SET name = ? WHERE id = ?", arguments: ["y", id])
      }
    }
    #expect(updates.last == "In GRDB: Tag.filter(keys: keys).updateAll(db, …).")
    let deletes = try advice { db in for id in ids { _ = try Comment.deleteOne(db, key: id) } }
    #expect(deletes.last == "In GRDB: Comment.deleteAll(db, keys: keys).")
    try database.write { db in
      _ = try Tag.filter(keys: ids).updateAll(db, Column("name").set(to: "z"))
      _ = try Comment.deleteAll(db, keys: ids)
      _ = try Comment.filter(ids.contains(Column("articleId"))).deleteAll(db)
      _ = try Tag.fetchAll(db, keys: ids)
    }
  }
}
