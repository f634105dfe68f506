-- Sakila: a chain of film rental shops; stores and staff in a NOT NULL cycle, a full-text table.

CREATE TABLE actor (
  actor_id INTEGER PRIMARY KEY,
  first_name VARCHAR(45) NOT NULL,
  last_name VARCHAR(45) NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_actor_last_name ON actor (last_name);

CREATE TABLE country (
  country_id SMALLINT NOT NULL PRIMARY KEY, -- SMALLINT: no alias of the rowid
  country VARCHAR(50) NOT NULL,
  last_update TIMESTAMP
);

CREATE TABLE city (
  city_id INT NOT NULL,
  city VARCHAR(50) NOT NULL,
  country_id SMALLINT NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (city_id),
  CONSTRAINT fk_city_country FOREIGN KEY (country_id) REFERENCES country (country_id)
    ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE address (
  address_id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
  address VARCHAR(50) NOT NULL,
  address2 VARCHAR(50) DEFAULT NULL,
  district VARCHAR(20) NOT NULL,
  city_id INT NOT NULL REFERENCES city (city_id) ON UPDATE CASCADE,
  postal_code VARCHAR(10) DEFAULT NULL,
  phone VARCHAR(20) NOT NULL,
  location GEOMETRY NOT NULL, -- of NUMERIC affinity, whatever it says
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE language (
  language_id INTEGER NOT NULL PRIMARY KEY,
  name CHAR(20) NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT (datetime('now', 'localtime'))
);

CREATE TABLE category (
  category_id SMALLINT NOT NULL PRIMARY KEY,
  name VARCHAR(25) NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE film (
  film_id INTEGER PRIMARY KEY AUTOINCREMENT,
  title VARCHAR(128) NOT NULL,
  description BLOB SUB_TYPE TEXT DEFAULT NULL,
  release_year YEAR DEFAULT NULL
    CHECK (release_year IS NULL OR CAST(release_year AS INTEGER) BETWEEN 1901 AND 2155),
  language_id SMALLINT NOT NULL REFERENCES language (language_id) ON UPDATE CASCADE,
  original_language_id SMALLINT DEFAULT NULL REFERENCES language (language_id) ON UPDATE CASCADE,
  rental_duration SMALLINT DEFAULT 3 NOT NULL,
  rental_rate DECIMAL(4,2) DEFAULT 4.99 NOT NULL,
  length SMALLINT DEFAULT NULL,
  replacement_cost DECIMAL(5,2) DEFAULT 19.99 NOT NULL,
  rating VARCHAR(10) DEFAULT 'G',
  special_features VARCHAR(100) DEFAULT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT check_rating CHECK (rating IN ('G', 'PG', 'PG-13', 'R', 'NC-17')),
  -- A SET of MySQL, as text: a list with commas.
  CONSTRAINT check_special_features CHECK (
    special_features IS NULL
    OR special_features LIKE '%Trailers%' OR special_features LIKE '%Commentaries%'
    OR special_features LIKE '%Deleted Scenes%' OR special_features LIKE '%Behind the Scenes%'
  )
);

CREATE TABLE film_actor (
  actor_id INT NOT NULL REFERENCES actor ON UPDATE CASCADE,
  film_id INT NOT NULL REFERENCES film ON UPDATE CASCADE,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (actor_id, film_id)
);

CREATE TABLE film_category (
  film_id INT NOT NULL REFERENCES film (film_id) ON DELETE RESTRICT ON UPDATE CASCADE,
  category_id SMALLINT NOT NULL REFERENCES category (category_id) ON DELETE RESTRICT,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  PRIMARY KEY (film_id, category_id)
) WITHOUT ROWID;

-- Full text of the films, kept by the three triggers below.
CREATE VIRTUAL TABLE film_text USING fts5 (
  title, description, content = 'film', content_rowid = 'film_id'
);

CREATE TRIGGER ins_film AFTER INSERT ON film
BEGIN
  INSERT INTO film_text (rowid, title, description)
  VALUES (NEW.film_id, NEW.title, NEW.description);
END;

CREATE TRIGGER del_film AFTER DELETE ON film
BEGIN
  INSERT INTO film_text (film_text, rowid, title, description)
  VALUES ('delete', OLD.film_id, OLD.title, OLD.description);
END;

CREATE TRIGGER upd_film AFTER UPDATE OF title, description ON film
BEGIN
  INSERT INTO film_text (film_text, rowid, title, description)
  VALUES ('delete', OLD.film_id, OLD.title, OLD.description);
  INSERT INTO film_text (rowid, title, description)
  VALUES (NEW.film_id, NEW.title, NEW.description);
END;

CREATE TABLE staff (
  staff_id SMALLINT NOT NULL PRIMARY KEY,
  first_name VARCHAR(45) NOT NULL,
  last_name VARCHAR(45) NOT NULL,
  address_id INT NOT NULL REFERENCES address (address_id) ON UPDATE CASCADE,
  picture BLOB DEFAULT NULL,
  email VARCHAR(50) DEFAULT NULL,
  store_id INT NOT NULL,
  active BOOLEAN DEFAULT TRUE NOT NULL,
  username VARCHAR(16) NOT NULL,
  password VARCHAR(40) DEFAULT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT fk_staff_store FOREIGN KEY (store_id) REFERENCES store (store_id)
    DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE store (
  store_id INTEGER NOT NULL PRIMARY KEY,
  manager_staff_id SMALLINT NOT NULL,
  address_id INT NOT NULL REFERENCES address (address_id),
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT idx_unique_manager UNIQUE (manager_staff_id),
  CONSTRAINT fk_store_staff FOREIGN KEY (manager_staff_id) REFERENCES staff (staff_id)
    DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE customer (
  customer_id INTEGER PRIMARY KEY NOT NULL,
  store_id INT NOT NULL REFERENCES store (store_id) ON UPDATE CASCADE,
  first_name VARCHAR(45) NOT NULL,
  last_name VARCHAR(45) NOT NULL,
  email VARCHAR(50) DEFAULT NULL,
  address_id INT NOT NULL REFERENCES address (address_id) ON UPDATE CASCADE,
  active CHAR(1) DEFAULT 'Y' NOT NULL CHECK (active IN ('Y', 'N')),
  create_date TIMESTAMP NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE inventory (
  inventory_id INTEGER PRIMARY KEY,
  film_id INT NOT NULL REFERENCES film (film_id),
  store_id INT NOT NULL REFERENCES store (store_id),
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX idx_store_id_film_id ON inventory (store_id, film_id);

CREATE TABLE rental (
  rental_id INTEGER PRIMARY KEY,
  rental_date DATETIME NOT NULL,
  inventory_id INT NOT NULL REFERENCES inventory (inventory_id),
  customer_id INT NOT NULL REFERENCES customer (customer_id),
  return_date DATETIME DEFAULT NULL,
  staff_id SMALLINT NOT NULL REFERENCES staff (staff_id),
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CHECK (return_date IS NULL OR return_date >= rental_date)
);
CREATE UNIQUE INDEX idx_rental_uq ON rental (rental_date, inventory_id, customer_id);

CREATE TABLE payment (
  payment_id INTEGER PRIMARY KEY,
  customer_id INT NOT NULL REFERENCES customer (customer_id),
  staff_id SMALLINT NOT NULL REFERENCES staff (staff_id),
  rental_id INTEGER DEFAULT NULL REFERENCES rental (rental_id) ON DELETE SET NULL,
  amount DECIMAL(5,2) NOT NULL CHECK (amount >= 0 AND amount < 1000),
  payment_date TIMESTAMP NOT NULL,
  last_update TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP
);

CREATE TRIGGER actor_last_update AFTER UPDATE OF first_name, last_name ON actor
BEGIN
  UPDATE actor SET last_update = CURRENT_TIMESTAMP WHERE actor_id = NEW.actor_id;
END;

CREATE VIEW customer_list (id, name, address, "zip code", phone, city, country, notes, sid) AS
SELECT
  cu.customer_id, cu.first_name || ' ' || cu.last_name, a.address, a.postal_code, a.phone,
  city.city, country.country, CASE cu.active WHEN 'Y' THEN 'active' ELSE '' END, cu.store_id
FROM customer AS cu
JOIN address AS a ON a.address_id = cu.address_id
JOIN city ON city.city_id = a.city_id
JOIN country ON country.country_id = city.country_id;

CREATE VIEW sales_by_store AS
SELECT s.store_id, ci.city || ',' || co.country AS store, sum(p.amount) AS total_sales
FROM payment AS p
JOIN rental AS r ON r.rental_id = p.rental_id
JOIN inventory AS i ON i.inventory_id = r.inventory_id
JOIN store AS s ON s.store_id = i.store_id
JOIN address AS a ON a.address_id = s.address_id
JOIN city AS ci ON ci.city_id = a.city_id
JOIN country AS co ON co.country_id = ci.country_id
GROUP BY s.store_id;

CREATE VIEW actor_info AS
SELECT actor_id, first_name || ' ' || last_name AS name, count(film_id) AS films
FROM actor LEFT JOIN film_actor USING (actor_id)
GROUP BY actor_id;

CREATE TRIGGER actor_info_insert INSTEAD OF INSERT ON actor_info
BEGIN
  INSERT INTO actor (actor_id, first_name, last_name)
  VALUES (
    NEW.actor_id,
    substr(NEW.name, 1, instr(NEW.name, ' ') - 1),
    substr(NEW.name, instr(NEW.name, ' ') + 1)
  );
END;
