-- Awkward: one small table for each other thing that makes a row hard to invent.

-- Two columns, neither of them unique by itself, of which one has three values.
CREATE TABLE unique_pair (
  owner TEXT NOT NULL, slot TEXT NOT NULL CHECK (slot IN ('a', 'b', 'c')), UNIQUE (owner, slot)
);

-- Unique among some rows only.
CREATE TABLE unique_partial (id INTEGER PRIMARY KEY, name TEXT NOT NULL, deleted_at TEXT);
CREATE UNIQUE INDEX unique_partial_live ON unique_partial (name) WHERE deleted_at IS NULL;

-- One row at the most may say yes.
CREATE TABLE unique_single (id INTEGER PRIMARY KEY, is_main BOOLEAN NOT NULL);
CREATE UNIQUE INDEX unique_single_main ON unique_single (is_main) WHERE is_main;

-- Unique by what an expression makes of it.
CREATE TABLE unique_expression (id INTEGER PRIMARY KEY, mail TEXT NOT NULL, data TEXT NOT NULL);
CREATE UNIQUE INDEX unique_expression_mail ON unique_expression (lower(trim(mail)));
CREATE UNIQUE INDEX unique_expression_prefix ON unique_expression (substr(data, 1, 4));

-- Unique whatever the case.
CREATE TABLE unique_nocase (name TEXT NOT NULL COLLATE NOCASE UNIQUE, short CHAR(2) UNIQUE);

-- Two keys over overlapping columns.
CREATE TABLE unique_overlapping (
  a INTEGER NOT NULL CHECK (a BETWEEN 1 AND 40), b INTEGER NOT NULL CHECK (b BETWEEN 1 AND 40),
  c INTEGER NOT NULL CHECK (c BETWEEN 1 AND 40),
  UNIQUE (a, b), UNIQUE (b, c)
);

-- A tenant's rows have the tenant in their keys.
CREATE TABLE tenant (tenant_id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE fk_composite (
  tenant_id INTEGER NOT NULL REFERENCES tenant, number INTEGER NOT NULL,
  PRIMARY KEY (tenant_id, number)
);

-- Two composite keys that share a column: both parents must be of one tenant.
CREATE TABLE fk_shared_column (
  id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL, first INTEGER NOT NULL, second INTEGER,
  FOREIGN KEY (tenant_id, first) REFERENCES fk_composite (tenant_id, number),
  FOREIGN KEY (tenant_id, second) REFERENCES fk_composite (tenant_id, number)
);

-- The same, down a second level and into the table itself.
CREATE TABLE fk_shared_tree (
  tenant_id INTEGER NOT NULL REFERENCES tenant, id INTEGER NOT NULL, parent_id INTEGER,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, parent_id) REFERENCES fk_shared_tree (tenant_id, id)
) WITHOUT ROWID;

-- A parent column that is unique and no primary key, found without regard to case.
CREATE TABLE fk_target (id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE COLLATE NOCASE);
CREATE TABLE fk_to_unique (
  id INTEGER PRIMARY KEY, handle TEXT NOT NULL REFERENCES fk_target (handle) ON UPDATE CASCADE
);

-- A parent column that a rule limits, and a child's that another does: both hold.
CREATE TABLE fk_limited (plate TEXT PRIMARY KEY CHECK (plate GLOB '[A-Z][A-Z][0-9]*'));
CREATE TABLE fk_with_check (
  id INTEGER PRIMARY KEY, plate TEXT NOT NULL REFERENCES fk_limited CHECK (plate LIKE 'A%')
);

-- A root is its own parent.
CREATE TABLE fk_self_not_null (
  id INTEGER PRIMARY KEY, parent_id INT NOT NULL REFERENCES fk_self_not_null
);

-- A linked list: no two rows have the same next one, and none is its own.
CREATE TABLE fk_self_unique (
  id INTEGER PRIMARY KEY, next_id INT UNIQUE REFERENCES fk_self_unique (id), CHECK (next_id <> id)
);

-- Two tables that need each other, checked at the end.
CREATE TABLE fk_cycle_deferred (
  id INTEGER PRIMARY KEY,
  other INTEGER NOT NULL REFERENCES fk_cycle_deferred_back DEFERRABLE INITIALLY DEFERRED
);
CREATE TABLE fk_cycle_deferred_back (
  id INTEGER PRIMARY KEY,
  other INTEGER NOT NULL UNIQUE REFERENCES fk_cycle_deferred DEFERRABLE INITIALLY DEFERRED
);

-- Three tables in a ring that one NULL opens.
CREATE TABLE fk_cycle_nullable (id INTEGER PRIMARY KEY, b INTEGER NOT NULL REFERENCES fk_cycle_b);
CREATE TABLE fk_cycle_b (id INTEGER PRIMARY KEY, c INTEGER NOT NULL REFERENCES fk_cycle_c);
CREATE TABLE fk_cycle_c (id INTEGER PRIMARY KEY, a INTEGER REFERENCES fk_cycle_nullable);

-- A country's capital lies in that country: the key of the one is a part of the key of the other.
CREATE TABLE fk_cycle_composite (
  code TEXT PRIMARY KEY, capital INTEGER,
  FOREIGN KEY (code, capital) REFERENCES fk_cycle_town (code, id)
);
CREATE TABLE fk_cycle_town (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL REFERENCES fk_cycle_composite, UNIQUE (code, id)
);

-- The primary key is the foreign key, twice over.
CREATE TABLE fk_one_to_one (tenant_id INTEGER PRIMARY KEY REFERENCES tenant, motto TEXT);
CREATE TABLE fk_one_to_one_again (tenant_id INTEGER PRIMARY KEY REFERENCES fk_one_to_one);

-- A default that refers to nothing.
CREATE TABLE fk_default (
  id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL DEFAULT 0 REFERENCES tenant
);

-- Two ways to one parent, which must differ.
CREATE TABLE fk_twice (
  source INTEGER NOT NULL REFERENCES tenant, target INTEGER NOT NULL REFERENCES tenant,
  PRIMARY KEY (source, target), CHECK (source < target)
) WITHOUT ROWID;

-- A generated column refers to the parent.
CREATE TABLE fk_generated (
  id INTEGER PRIMARY KEY, data TEXT NOT NULL CHECK (json_valid(data)),
  tenant_id INTEGER AS (json_extract(data, '$.tenant')) STORED REFERENCES tenant (tenant_id)
);

-- A primary key of text, and no rowid below it.
CREATE TABLE without_rowid (key TEXT PRIMARY KEY, value) WITHOUT ROWID;

-- Every type that STRICT knows.
CREATE TABLE strict_types (
  i INT NOT NULL, j INTEGER NOT NULL, r REAL NOT NULL, t TEXT NOT NULL, b BLOB NOT NULL,
  a ANY NOT NULL
) STRICT;

-- Stored, virtual, one upon the other, and a rule about the result.
CREATE TABLE generated_stored (
  price INTEGER NOT NULL, quantity INTEGER NOT NULL,
  total INTEGER GENERATED ALWAYS AS (price * quantity) STORED CHECK (total <= 1000),
  gross INTEGER AS (total * 2) VIRTUAL NOT NULL
);

-- Unique by what is generated.
CREATE TABLE generated_unique (title TEXT NOT NULL, slug TEXT AS (lower(title)) UNIQUE);

-- Defaults of each sort: a sign, a text, a time, an expression, one that differs each time.
CREATE TABLE default_expression (
  n INTEGER NOT NULL DEFAULT -1, t TEXT NOT NULL DEFAULT 'it''s', b BLOB DEFAULT x'00ff',
  made DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, until TEXT DEFAULT (date('now', '+1 day')),
  token TEXT NOT NULL DEFAULT (hex(randomblob(8))) UNIQUE, CHECK (until > '2000-01-01')
);

-- NOT NULL with a default of NULL, and a default that breaks the rule of its column.
CREATE TABLE default_useless (
  id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT NULL, b INTEGER DEFAULT 0 CHECK (b > 0)
);

-- Keys that are never used again; the name is a word that needs quotes.
CREATE TABLE "autoincrement" (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL);

-- A trigger that counts, into a row that must be there.
CREATE TABLE trigger_counter (id INTEGER PRIMARY KEY, items INTEGER NOT NULL DEFAULT 0);
CREATE TABLE trigger_counted (
  id INTEGER PRIMARY KEY, counter_id INTEGER NOT NULL REFERENCES trigger_counter
);
CREATE TRIGGER trigger_count AFTER INSERT ON trigger_counted
BEGIN
  UPDATE trigger_counter SET items = items + 1 WHERE id = NEW.counter_id;
END;

-- A trigger that writes into a table that refuses UPDATE and DELETE.
CREATE TABLE trigger_audit (id INTEGER PRIMARY KEY, what TEXT NOT NULL, row_id INTEGER NOT NULL);
CREATE TABLE trigger_audited (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TRIGGER trigger_audit_row AFTER INSERT ON trigger_audited
BEGIN
  INSERT INTO trigger_audit (what, row_id) VALUES ('insert', NEW.id);
END;
CREATE TRIGGER trigger_audit_kept BEFORE UPDATE ON trigger_audit
BEGIN
  SELECT raise(ABORT, 'trigger_audit is append-only');
END;
CREATE TRIGGER trigger_audit_not_deleted BEFORE DELETE ON trigger_audit
BEGIN
  SELECT raise(ABORT, 'trigger_audit is append-only');
END;

-- DESC makes an ordinary column of it, which may be NULL, and no rowid.
CREATE TABLE rowid_descending (id INTEGER PRIMARY KEY DESC, name TEXT);

-- Types that are nearly INTEGER, so that nothing numbers the rows; a rowid under a name of its own.
CREATE TABLE integer_like (
  id INT PRIMARY KEY NOT NULL, n BIGINT UNSIGNED, f FLOATING POINT, rowid TEXT
);

-- Bytes of one length, as a key and beside it.
CREATE TABLE blob_columns (
  id BLOB PRIMARY KEY CHECK (length(id) = 16) NOT NULL,
  digest BLOB NOT NULL CHECK (typeof(digest) = 'blob' AND length(digest) = 32), raw
);

-- Only a key, and only defaults: rows without a value to give.
CREATE TABLE no_values (id INTEGER PRIMARY KEY);

-- No types at all, and a key whose columns are not in the order of the table.
CREATE TABLE untyped (a, b UNIQUE, c NOT NULL, PRIMARY KEY (c, a));

-- Reserved words, quotes, blanks and dots in names.
CREATE TABLE "group" (
  "order" INTEGER PRIMARY KEY, "select" TEXT NOT NULL CHECK ("select" <> "order")
);
CREATE TABLE "a ""quoted"" name.with dot" (
  "the id" INTEGER PRIMARY KEY, [from] TEXT, `values` INT REFERENCES "group" ("order"),
  "ключ" TEXT NOT NULL UNIQUE CHECK (length("ключ") > 2)
);
