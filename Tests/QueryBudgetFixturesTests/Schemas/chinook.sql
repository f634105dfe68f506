-- Chinook: a shop for digital music; bracketed names, a join table, totals kept by triggers.

CREATE TABLE [Artist] (
  [ArtistId] INTEGER NOT NULL,
  [Name] NVARCHAR(120),
  CONSTRAINT [PK_Artist] PRIMARY KEY ([ArtistId])
);

CREATE TABLE [Album] (
  [AlbumId] INTEGER NOT NULL,
  [Title] NVARCHAR(160) NOT NULL,
  [ArtistId] INTEGER NOT NULL,
  CONSTRAINT [PK_Album] PRIMARY KEY ([AlbumId]),
  FOREIGN KEY ([ArtistId]) REFERENCES [Artist] ([ArtistId])
    ON DELETE NO ACTION ON UPDATE NO ACTION
);
CREATE INDEX [IFK_AlbumArtistId] ON [Album] ([ArtistId]);

CREATE TABLE [Genre] (
  [GenreId] INTEGER NOT NULL CONSTRAINT [PK_Genre] PRIMARY KEY,
  [Name] NVARCHAR(120) COLLATE NOCASE UNIQUE
);

CREATE TABLE [MediaType] (
  [MediaTypeId] INTEGER NOT NULL CONSTRAINT [PK_MediaType] PRIMARY KEY,
  [Name] NVARCHAR(120)
);

CREATE TABLE [Track] (
  [TrackId] INTEGER NOT NULL,
  [Name] NVARCHAR(200) NOT NULL,
  [AlbumId] INTEGER,
  [MediaTypeId] INTEGER NOT NULL,
  [GenreId] INTEGER,
  [Composer] NVARCHAR(220),
  [Milliseconds] INTEGER NOT NULL CHECK ([Milliseconds] > 0),
  [Bytes] INTEGER CHECK ([Bytes] IS NULL OR [Bytes] >= 0),
  [UnitPrice] NUMERIC(10,2) NOT NULL DEFAULT 0.99 CHECK ([UnitPrice] BETWEEN 0 AND 99.99),
  [Length] TEXT GENERATED ALWAYS AS (
    printf('%d:%02d', [Milliseconds] / 60000, [Milliseconds] / 1000 % 60)
  ) VIRTUAL,
  CONSTRAINT [PK_Track] PRIMARY KEY ([TrackId]),
  FOREIGN KEY ([AlbumId]) REFERENCES [Album] ([AlbumId]),
  FOREIGN KEY ([GenreId]) REFERENCES [Genre] ([GenreId]),
  FOREIGN KEY ([MediaTypeId]) REFERENCES [MediaType] ([MediaTypeId])
);
CREATE INDEX [IFK_TrackAlbumId] ON [Track] ([AlbumId]);
CREATE INDEX [IFK_TrackGenreId] ON [Track] ([GenreId]);

CREATE TABLE [Playlist] (
  [PlaylistId] INTEGER NOT NULL CONSTRAINT [PK_Playlist] PRIMARY KEY,
  [Name] NVARCHAR(120)
);

CREATE TABLE [PlaylistTrack] (
  [PlaylistId] INTEGER NOT NULL,
  [TrackId] INTEGER NOT NULL,
  CONSTRAINT [PK_PlaylistTrack] PRIMARY KEY ([PlaylistId], [TrackId]),
  FOREIGN KEY ([PlaylistId]) REFERENCES [Playlist] ([PlaylistId]),
  FOREIGN KEY ([TrackId]) REFERENCES [Track] ([TrackId])
) WITHOUT ROWID;
CREATE INDEX [IFK_PlaylistTrackTrackId] ON [PlaylistTrack] ([TrackId]);

CREATE TABLE `Employee` (
  `EmployeeId` INTEGER NOT NULL CONSTRAINT `PK_Employee` PRIMARY KEY,
  `LastName` NVARCHAR(20) NOT NULL,
  `FirstName` NVARCHAR(20) NOT NULL,
  `Title` NVARCHAR(30),
  `ReportsTo` INTEGER REFERENCES `Employee` (`EmployeeId`) ON DELETE SET NULL,
  `BirthDate` DATETIME,
  `HireDate` DATETIME,
  `Address` NVARCHAR(70), `City` NVARCHAR(40), `State` NVARCHAR(40),
  `Country` NVARCHAR(40), `PostalCode` NVARCHAR(10),
  `Phone` NVARCHAR(24), `Fax` NVARCHAR(24), `Email` NVARCHAR(60),
  CHECK (`ReportsTo` <> `EmployeeId`),
  CHECK (`HireDate` > `BirthDate`)
);

CREATE TABLE [Customer] (
  [CustomerId] INTEGER NOT NULL CONSTRAINT [PK_Customer] PRIMARY KEY,
  [FirstName] NVARCHAR(40) NOT NULL,
  [LastName] NVARCHAR(20) NOT NULL,
  [Company] NVARCHAR(80),
  [Address] NVARCHAR(70), [City] NVARCHAR(40), [State] NVARCHAR(40),
  [Country] NVARCHAR(40), [PostalCode] NVARCHAR(10),
  [Phone] NVARCHAR(24), [Fax] NVARCHAR(24),
  [Email] NVARCHAR(60) NOT NULL CHECK ([Email] LIKE '%_@_%._%'),
  [SupportRepId] INTEGER REFERENCES [Employee] ([EmployeeId])
);
CREATE UNIQUE INDEX [IX_CustomerEmail] ON [Customer] (lower([Email]));

CREATE TABLE [Invoice] (
  [InvoiceId] INTEGER NOT NULL CONSTRAINT [PK_Invoice] PRIMARY KEY,
  [CustomerId] INTEGER NOT NULL REFERENCES [Customer] ([CustomerId]),
  [InvoiceDate] DATETIME NOT NULL,
  [BillingAddress] NVARCHAR(70), [BillingCity] NVARCHAR(40), [BillingState] NVARCHAR(40),
  [BillingCountry] NVARCHAR(40), [BillingPostalCode] NVARCHAR(10),
  [Total] NUMERIC(10,2) NOT NULL DEFAULT 0
);

CREATE TABLE [InvoiceLine] (
  [InvoiceLineId] INTEGER NOT NULL CONSTRAINT [PK_InvoiceLine] PRIMARY KEY,
  [InvoiceId] INTEGER NOT NULL REFERENCES [Invoice] ([InvoiceId]) ON DELETE CASCADE,
  [TrackId] INTEGER NOT NULL REFERENCES [Track] ([TrackId]),
  [UnitPrice] NUMERIC(10,2) NOT NULL,
  [Quantity] INTEGER NOT NULL CHECK ([Quantity] >= 1),
  [LineTotal] NUMERIC(10,2) AS ([UnitPrice] * [Quantity]) STORED
);

CREATE TRIGGER [InvoiceLineAdded] AFTER INSERT ON [InvoiceLine]
BEGIN
  UPDATE [Invoice]
  SET [Total] = [Total] + NEW.[UnitPrice] * NEW.[Quantity]
  WHERE [InvoiceId] = NEW.[InvoiceId];
END;

CREATE TRIGGER [InvoiceLineRemoved] AFTER DELETE ON [InvoiceLine]
BEGIN
  UPDATE [Invoice]
  SET [Total] = [Total] - OLD.[UnitPrice] * OLD.[Quantity]
  WHERE [InvoiceId] = OLD.[InvoiceId];
END;

CREATE VIEW [TrackDetails] AS
SELECT t.[TrackId], t.[Name], al.[Title] AS [Album], ar.[Name] AS [Artist], g.[Name] AS [Genre]
FROM [Track] AS t
LEFT JOIN [Album] AS al ON al.[AlbumId] = t.[AlbumId]
LEFT JOIN [Artist] AS ar ON ar.[ArtistId] = al.[ArtistId]
LEFT JOIN [Genre] AS g ON g.[GenreId] = t.[GenreId];
