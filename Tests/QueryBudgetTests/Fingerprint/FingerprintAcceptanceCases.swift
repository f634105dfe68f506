/// Statements that have one shape, and others that have not.
struct ShapeGroup: Sendable {
  let id: String
  let same: [String]
  let different: [String]
}

/// The acceptance cases of the fingerprint.
let acceptanceCases: [ShapeGroup] = [
  ShapeGroup(
    id: "A01",
    same: [
      "SELECT * FROM authors WHERE id = 1",
      "SELECT * FROM authors WHERE id = 2",
    ],
    different: [
      "SELECT * FROM books WHERE id = 1"
    ]),
  ShapeGroup(
    id: "A02",
    same: [
      "SELECT * FROM authors WHERE id = ?",
      "SELECT * FROM authors WHERE id = ?1",
      "SELECT * FROM authors WHERE id = :id",
      "SELECT * FROM authors WHERE id = @id",
      "SELECT * FROM authors WHERE id = $id",
      "SELECT * FROM authors WHERE id = 7",
    ],
    different: []),
  ShapeGroup(
    id: "A03",
    same: [
      "SELECT * FROM books WHERE price = 123",
      "SELECT * FROM books WHERE price = -123",
      "SELECT * FROM books WHERE price = +123",
      "SELECT * FROM books WHERE price = 12.3",
      "SELECT * FROM books WHERE price = .1",
      "SELECT * FROM books WHERE price = 1e10",
      "SELECT * FROM books WHERE price = 0x12ab",
    ],
    different: []),
  ShapeGroup(
    id: "A05",
    same: [
      "SELECT * FROM authors WHERE name = 'foo'",
      "SELECT * FROM authors WHERE name = 'it''s'",
      "SELECT * FROM authors WHERE name = ''",
      "SELECT * FROM authors WHERE name = 'ほげ'",
    ],
    different: []),
  ShapeGroup(
    id: "A07",
    same: [
      "SELECT \"authors\".* FROM \"authors\" WHERE \"authors\".\"id\" = 1",
      "SELECT \"authors\".* FROM \"authors\" WHERE \"authors\".\"id\" = 2",
    ],
    different: [
      "SELECT \"books\".* FROM \"books\" WHERE \"books\".\"id\" = 1"
    ]),
  ShapeGroup(
    id: "A08",
    same: [
      "SELECT name FROM authors WHERE id = 1",
      "SELECT \"name\" FROM \"authors\" WHERE \"id\" = 1",
      "SELECT [name] FROM [authors] WHERE [id] = 1",
      "SELECT `name` FROM `authors` WHERE `id` = 1",
    ],
    different: []),
  ShapeGroup(
    id: "A10",
    same: [
      "SELECT * FROM items2024 WHERE id = 1"
    ],
    different: [
      "SELECT * FROM items2025 WHERE id = 1"
    ]),
  ShapeGroup(
    id: "A11",
    same: [
      "SELECT * FROM authors WHERE id = 1",
      "select * from authors where id = 1",
      "Select * From authors Where id = 1",
    ],
    different: []),
  ShapeGroup(
    id: "A12",
    same: [
      "SELECT * FROM authors WHERE id = 1",
      "  \t\nSELECT *\tFROM authors  \n\u{C} WHERE\r\nid   =1   \n",
    ],
    different: []),
  ShapeGroup(
    id: "A14",
    same: [
      "SELECT * FROM books WHERE deleted = TRUE",
      "SELECT * FROM books WHERE deleted = false",
      "SELECT * FROM books WHERE deleted = 1",
    ],
    different: [
      "SELECT true_price FROM books WHERE deleted = 1"
    ]),
  ShapeGroup(
    id: "A15",
    same: [
      "SELECT * FROM books WHERE nullable IS NULL",
      "SELECT * FROM books WHERE nullable IS null",
    ],
    different: [
      "SELECT * FROM books WHERE nullable IS NOT NULL",
      "SELECT * FROM books WHERE nullable = 'a'",
    ]),
  ShapeGroup(
    id: "A17",
    same: [
      "SELECT * FROM books WHERE id IN (1)",
      "SELECT * FROM books WHERE id IN (1, 2, 3)",
      "SELECT * FROM books WHERE id IN (?,?)",
      "SELECT * FROM books WHERE id IN (?1, ?2, ?3, ?4)",
      "SELECT * FROM books WHERE id IN ()",
    ],
    different: [
      "SELECT * FROM books WHERE id NOT IN (1)",
      "SELECT * FROM books WHERE id = 1",
      "SELECT * FROM books WHERE id IN (SELECT book_id FROM reviews)",
    ]),
  ShapeGroup(
    id: "A18",
    same: [
      "SELECT * FROM books WHERE id IN (1,2) AND author_id IN (4,5,6)",
      "SELECT * FROM books WHERE id IN (9) AND author_id IN (7)",
    ],
    different: []),
  ShapeGroup(
    id: "A21",
    same: [
      "INSERT INTO tags(label) VALUES ('a')",
      "INSERT INTO tags(label) VALUES ('a'), ('b'), ('c')",
    ],
    different: [
      "INSERT INTO tags(label) SELECT name FROM authors",
      "INSERT OR REPLACE INTO tags(label) VALUES ('a')",
      "INSERT INTO tags(label) VALUES ('a') RETURNING id",
      "INSERT INTO tags(label) VALUES ('a'),('b') ON CONFLICT DO NOTHING",
      "INSERT INTO tags DEFAULT VALUES",
    ]),
  ShapeGroup(
    id: "A23",
    same: [
      "SELECT * FROM books LIMIT 10",
      "SELECT * FROM books LIMIT 20",
    ],
    different: [
      "SELECT * FROM books",
      "SELECT * FROM books LIMIT 10 OFFSET 5",
    ]),
  ShapeGroup(
    id: "A25",
    same: [
      "SELECT author_id, count(*) FROM books GROUP BY author_id HAVING count(*) > 1",
      "SELECT author_id, count(*) FROM books GROUP BY author_id HAVING count(*) > 9",
    ],
    different: [
      "SELECT author_id, count(*) FROM books GROUP BY title HAVING count(*) > 1"
    ]),
  ShapeGroup(
    id: "A26",
    same: [
      "SELECT * FROM books WHERE author_id = 1"
    ],
    different: [
      "SELECT * FROM books WHERE title = 'x'",
      "SELECT * FROM books WHERE author_id > 1",
      "SELECT * FROM books WHERE author_id = 1 AND deleted = 0",
    ]),
  ShapeGroup(
    id: "A27",
    same: [
      "SELECT a.name FROM books b JOIN authors a ON a.id = b.author_id"
    ],
    different: [
      "SELECT a.name FROM books b JOIN authors a ON a.id = b.id",
      "SELECT a.name FROM books b LEFT JOIN authors a ON a.id = b.author_id",
    ]),
  ShapeGroup(
    id: "A29",
    same: [
      "SELECT id FROM books UNION SELECT id FROM reviews"
    ],
    different: [
      "SELECT id FROM books UNION ALL SELECT id FROM reviews",
      "SELECT id FROM books EXCEPT SELECT id FROM reviews",
    ]),
  ShapeGroup(
    id: "A31",
    same: [
      "SELECT * FROM books WHERE cover = x'0AFF'",
      "SELECT * FROM books WHERE cover = X'00'",
    ],
    different: []),
  ShapeGroup(
    id: "A33",
    same: [
      "SELECT * FROM books WHERE title LIKE 'a%'",
      "SELECT * FROM books WHERE title LIKE 'b%'",
    ],
    different: [
      "SELECT * FROM books WHERE title GLOB 'a*'"
    ]),
  ShapeGroup(
    id: "A35",
    same: [
      "SELECT 1",
      "SELECT 1;",
      "SELECT 2 ;  ",
    ],
    different: []),
  ShapeGroup(
    id: "A38",
    same: [
      "SELECT CASE WHEN price > 10 THEN 'hi' ELSE 'lo' END FROM books",
      "SELECT CASE WHEN price > 99 THEN 'a' ELSE 'b' END FROM books",
    ],
    different: []),
]
