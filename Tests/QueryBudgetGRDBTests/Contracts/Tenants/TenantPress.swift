import Foundation
import GRDB
import QueryBudgetGRDB
import QueryBudgetSQLite

/// Articles of several publishers, as an application keeps them in one database.
struct TenantPress<Writer: DatabaseWriter> {
  let recorder = StatementRecorder()
  let database: Writer

  init(_ open: (Configuration) throws -> Writer) throws {
    var configuration = Configuration()
    configuration.record(with: recorder)
    database = try open(configuration)
    try database.write { db in
      try db.execute(sql: tenantPressSchema)
      try db.execute(sql: tenantPressRows)
    }
  }
}

extension TenantPress<DatabaseQueue> {
  static func inMemory() throws -> TenantPress {
    try TenantPress { try DatabaseQueue(configuration: $0) }
  }
}

private let tenantPressSchema = """
  CREATE TABLE plan(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, price INTEGER NOT NULL);
  CREATE TABLE tenant(
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    planId INTEGER NOT NULL REFERENCES plan);
  CREATE TABLE author(
    id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant, name TEXT NOT NULL);
  CREATE TABLE article(
    id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant,
    authorId INTEGER NOT NULL REFERENCES author, slug TEXT NOT NULL, title TEXT NOT NULL,
    published INTEGER NOT NULL DEFAULT 0, featured INTEGER NOT NULL DEFAULT 0, deletedAt TEXT,
    UNIQUE (tenantId, slug));
  CREATE TABLE comment(
    id INTEGER PRIMARY KEY, articleId INTEGER NOT NULL REFERENCES article, body TEXT NOT NULL);
  CREATE TABLE tag(
    id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant, name TEXT NOT NULL,
    UNIQUE (tenantId, name));
  CREATE TABLE articleTag(
    articleId INTEGER NOT NULL REFERENCES article, tagId INTEGER NOT NULL REFERENCES tag,
    PRIMARY KEY (articleId, tagId)) WITHOUT ROWID;
  CREATE TABLE page(
    tenantId INTEGER NOT NULL REFERENCES tenant, slug TEXT NOT NULL PRIMARY KEY, html TEXT NOT NULL);
  CREATE TABLE invoice(
    id INTEGER PRIMARY KEY, tenantId INTEGER NOT NULL REFERENCES tenant, number INTEGER NOT NULL,
    amount INTEGER NOT NULL);
  """

private let tenantPressRows = """
  INSERT INTO plan VALUES (1, 'small', 10), (2, 'large', 90);
  INSERT INTO tenant VALUES (1, 'times', 'The Times', 1);
  INSERT INTO author VALUES (1, 1, 'Ada'), (2, 1, 'Bob');
  INSERT INTO article(id, tenantId, authorId, slug, title, published, featured) VALUES
    (1, 1, 1, 'hello', 'Hello', 1, 0), (2, 1, 2, 'news', 'News', 1, 1), (3, 1, 1, 'draft', 'Draft', 0, 0);
  INSERT INTO comment VALUES (1, 1, 'First'), (2, 1, 'Second'), (3, 2, 'Third');
  INSERT INTO tag VALUES (1, 1, 'swift'), (2, 1, 'sql');
  INSERT INTO articleTag VALUES (1, 1), (1, 2), (2, 2);
  INSERT INTO page VALUES (1, 'home', '<h1>Home</h1>');
  INSERT INTO invoice VALUES (1, 1, 1, 100), (2, 1, 2, 250);
  """
