-- World: countries, cities and languages; a country has a capital, and a city a country.

CREATE TABLE country (
  Code CHAR(3) NOT NULL DEFAULT '' PRIMARY KEY,
  Name CHAR(52) NOT NULL DEFAULT '',
  Continent TEXT NOT NULL DEFAULT 'Asia' CHECK (
    Continent IN (
      'Asia', 'Europe', 'North America', 'Africa', 'Oceania', 'Antarctica', 'South America'
    )
  ),
  Region CHAR(26) NOT NULL DEFAULT '',
  SurfaceArea DECIMAL(10,2) NOT NULL DEFAULT '0.00' CHECK (SurfaceArea >= 0),
  IndepYear SMALLINT DEFAULT NULL, -- China's is -1523
  Population INT(11) NOT NULL DEFAULT '0',
  LifeExpectancy DECIMAL(3,1) CHECK (LifeExpectancy BETWEEN 0 AND 120.0),
  GNP DECIMAL(10,2),
  GNPOld DECIMAL(10,2),
  LocalName CHAR(45) NOT NULL DEFAULT '',
  GovernmentForm CHAR(45) NOT NULL DEFAULT '',
  HeadOfState CHAR(60),
  Capital INT(11) REFERENCES city (ID),
  Code2 CHAR(2) NOT NULL DEFAULT '' CHECK (length(Code2) = 2),
  Density REAL AS (CASE WHEN SurfaceArea > 0 THEN Population / SurfaceArea END) VIRTUAL,
  CONSTRAINT country_code CHECK (Code GLOB '[A-Z][A-Z][A-Z]'),
  CONSTRAINT country_population CHECK (Population >= 0)
);

CREATE TABLE city (
  ID INTEGER PRIMARY KEY AUTOINCREMENT,
  Name CHAR(35) NOT NULL DEFAULT '',
  CountryCode CHAR(3) NOT NULL DEFAULT '',
  District CHAR(20) NOT NULL DEFAULT '',
  Population INT(11) NOT NULL DEFAULT '0' CHECK (Population >= 0),
  CONSTRAINT city_ibfk_1 FOREIGN KEY (CountryCode) REFERENCES country (Code)
);
CREATE INDEX city_CountryCode ON city (CountryCode);

CREATE TABLE countrylanguage (
  CountryCode CHAR(3) NOT NULL DEFAULT '',
  Language CHAR(30) NOT NULL DEFAULT '',
  IsOfficial CHAR(1) NOT NULL DEFAULT 'F' CHECK (IsOfficial = 'T' OR IsOfficial = 'F'),
  Percentage DECIMAL(4,1) NOT NULL DEFAULT '0.0'
    CHECK (Percentage >= 0.0 AND Percentage <= 100.0),
  PRIMARY KEY (CountryCode, Language),
  CONSTRAINT countryLanguage_ibfk_1 FOREIGN KEY (CountryCode) REFERENCES country (Code)
) WITHOUT ROWID;

CREATE VIEW capitals AS
SELECT country.Code, country.Name AS Country, city.Name AS Capital
FROM country JOIN city ON city.ID = country.Capital;
