-- Awkward checks: one small table for each sort of CHECK that is hard to satisfy.

-- A length, on a column whose type says another length.
CREATE TABLE check_length (id INTEGER PRIMARY KEY, code VARCHAR(20) CHECK (length(code) = 8));

-- A pattern with a fixed beginning, an underscore and an end.
CREATE TABLE check_like (id INTEGER PRIMARY KEY, sku TEXT NOT NULL CHECK (sku LIKE 'SKU-__-%x'));

-- Classes and a star, in a key.
CREATE TABLE check_glob (plate TEXT PRIMARY KEY CHECK (plate GLOB '[A-Z][A-Z][0-9]*'));

-- The complement of a class: nothing but these characters.
CREATE TABLE check_not_glob (slug TEXT NOT NULL UNIQUE CHECK (slug NOT GLOB '*[^a-z0-9-]*'));

-- An upper bound that is a column, a lower one that is another.
CREATE TABLE check_between_columns (
  low INTEGER NOT NULL, value INTEGER NOT NULL, high INTEGER NOT NULL,
  CHECK (value BETWEEN low AND high)
);

-- Three columns in strict order.
CREATE TABLE check_chain (a INT NOT NULL, b INT NOT NULL, c INT NOT NULL, CHECK (a < b AND b < c));

-- Valid when NULL, far from what a generator would try first when not.
CREATE TABLE check_or_null (id INTEGER PRIMARY KEY, n INTEGER CHECK (n IS NULL OR n >= 1000000));

-- A remainder.
CREATE TABLE check_modulo (
  id INTEGER PRIMARY KEY, minutes INTEGER NOT NULL CHECK (minutes % 15 = 0)
);

-- A bit mask.
CREATE TABLE check_bits (id INTEGER PRIMARY KEY, flags INTEGER NOT NULL CHECK (flags & 5 = 4));

-- A truth value in words, and one without a comparison.
CREATE TABLE check_boolean_text (
  id INTEGER PRIMARY KEY,
  active TEXT NOT NULL DEFAULT 'yes' CHECK (active = 'yes' OR active = 'no'),
  accepted BOOLEAN NOT NULL CHECK (accepted)
);

-- A date that is what date() makes of it, and one by its pattern.
CREATE TABLE check_date (
  id INTEGER PRIMARY KEY,
  born TEXT NOT NULL CHECK (born IS date(born)),
  seen TEXT NOT NULL CHECK (seen = strftime('%Y-%m-%dT%H:%M:%SZ', seen)),
  due TEXT NOT NULL CHECK (due LIKE '____-__-__')
);

-- Valid JSON, of one type.
CREATE TABLE check_json (
  id INTEGER PRIMARY KEY,
  anything TEXT NOT NULL CHECK (json_valid(anything)),
  list TEXT NOT NULL DEFAULT '[]' CHECK (json_type(list) = 'array'),
  object TEXT CHECK (object IS NULL OR json_valid(object) AND json_type(object) = 'object')
);

-- Exactly one of two, with foreign keys; at least one of two.
CREATE TABLE check_either_or (
  id INTEGER PRIMARY KEY,
  plate TEXT REFERENCES check_glob (plate), parent INTEGER REFERENCES check_either_or (id),
  phone TEXT, email TEXT,
  CHECK ((plate IS NULL) + (parent IS NULL) = 1),
  CHECK (phone IS NOT NULL OR email IS NOT NULL)
);

-- A sum that has a ceiling.
CREATE TABLE check_sum (
  id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL,
  CHECK (a >= 0 AND b >= 0), CHECK (a + b <= 100)
);

-- One column that follows from two others.
CREATE TABLE check_product (
  id INTEGER PRIMARY KEY, price INTEGER NOT NULL, quantity INTEGER NOT NULL, total INTEGER NOT NULL,
  CONSTRAINT total_is_price_times_quantity CHECK (total = price * quantity)
);

-- A piece of the text that is fixed, and the text as a whole unique.
CREATE TABLE check_substr (iban TEXT NOT NULL UNIQUE CHECK (substr(iban, 1, 2) = 'CH'));

-- Nothing but upper case, nothing but lower case, nothing to trim.
CREATE TABLE check_upper (
  code TEXT NOT NULL UNIQUE CHECK (code = upper(code)),
  tag TEXT NOT NULL CHECK (tag = lower(tag)),
  name TEXT NOT NULL CHECK (name = trim(name) AND name <> '')
);

-- A CASE, with another range for each kind.
CREATE TABLE check_case (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('percent', 'amount')),
  value INTEGER NOT NULL,
  CHECK (CASE kind WHEN 'percent' THEN value BETWEEN 0 AND 100 ELSE value > 100 END)
);

-- A storage class, where the affinity would allow any.
CREATE TABLE check_typeof (
  whole CHECK (typeof(whole) = 'integer'), real CHECK (typeof(real) = 'real'),
  text NOT NULL CHECK (typeof(text) = 'text'), bytes CHECK (typeof(bytes) IN ('blob', 'null'))
);

-- Some names are taken.
CREATE TABLE check_not_in (
  name TEXT NOT NULL UNIQUE CHECK (name NOT IN ('admin', 'root', '')),
  n INTEGER NOT NULL CHECK (n NOT BETWEEN 1 AND 1000 AND n <> 0)
);

-- If one, then the other.
CREATE TABLE check_implication (
  id INTEGER PRIMARY KEY, status TEXT NOT NULL CHECK (status IN ('open', 'doing', 'done')),
  done_at DATETIME,
  CHECK (status <> 'done' OR done_at IS NOT NULL), CHECK (done_at IS NULL OR status = 'done')
);

-- A mapping: the one tells the other.
CREATE TABLE check_pairs (
  id INTEGER PRIMARY KEY, size TEXT NOT NULL, grams INTEGER NOT NULL,
  CHECK (size = 'small' AND grams = 100 OR size = 'large' AND grams IN (500, 750))
);

-- A number as text, and text as a number.
CREATE TABLE check_cast (
  id INTEGER PRIMARY KEY,
  year TEXT NOT NULL CHECK (CAST(year AS INTEGER) BETWEEN 1900 AND 2100 AND length(year) = 4),
  ratio REAL NOT NULL CHECK (ratio > 0.0 AND ratio < 0.001), n INT NOT NULL CHECK (abs(n) >= 10)
);
