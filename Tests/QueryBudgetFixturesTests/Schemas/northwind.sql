-- Northwind: a trading company; names with blanks, character keys, employees with managers.

CREATE TABLE "Region" (
  "RegionID" INT NOT NULL PRIMARY KEY,
  "RegionDescription" NCHAR(50) NOT NULL
);

CREATE TABLE Territories (
  TerritoryID NVARCHAR(20) NOT NULL PRIMARY KEY,
  TerritoryDescription NCHAR(50) NOT NULL,
  RegionID INT NOT NULL CONSTRAINT FK_Territories_Region REFERENCES "Region" ("RegionID")
);

CREATE TABLE Categories (
  CategoryID INTEGER PRIMARY KEY AUTOINCREMENT,
  CategoryName NVARCHAR(15) NOT NULL,
  Description NTEXT,
  Picture IMAGE -- a type that SQLite has never heard of
);
CREATE INDEX CategoryName ON Categories (CategoryName);

CREATE TABLE Suppliers (
  SupplierID INTEGER PRIMARY KEY AUTOINCREMENT,
  CompanyName NVARCHAR(40) NOT NULL,
  ContactName NVARCHAR(30), ContactTitle NVARCHAR(30),
  Address NVARCHAR(60), City NVARCHAR(15), Region NVARCHAR(15),
  PostalCode NVARCHAR(10), Country NVARCHAR(15),
  Phone NVARCHAR(24), Fax NVARCHAR(24),
  HomePage NTEXT
);

CREATE TABLE Products (
  ProductID INTEGER PRIMARY KEY AUTOINCREMENT,
  ProductName NVARCHAR(40) NOT NULL COLLATE NOCASE,
  SupplierID INT REFERENCES Suppliers,
  CategoryID INT REFERENCES Categories,
  QuantityPerUnit NVARCHAR(20),
  UnitPrice MONEY DEFAULT 0,
  UnitsInStock SMALLINT DEFAULT 0,
  UnitsOnOrder SMALLINT DEFAULT 0,
  ReorderLevel SMALLINT DEFAULT 0,
  Discontinued BIT NOT NULL DEFAULT 0,
  CONSTRAINT CK_Products_UnitPrice CHECK (UnitPrice >= 0),
  CONSTRAINT CK_ReorderLevel CHECK (ReorderLevel >= 0),
  CONSTRAINT CK_UnitsInStock CHECK (UnitsInStock >= 0),
  CONSTRAINT CK_UnitsOnOrder CHECK (UnitsOnOrder >= 0)
);

CREATE TABLE Customers (
  CustomerID NCHAR(5) NOT NULL,
  CompanyName NVARCHAR(40) NOT NULL,
  ContactName NVARCHAR(30), ContactTitle NVARCHAR(30),
  Address NVARCHAR(60), City NVARCHAR(15), Region NVARCHAR(15),
  PostalCode NVARCHAR(10), Country NVARCHAR(15),
  Phone NVARCHAR(24), Fax NVARCHAR(24),
  CONSTRAINT PK_Customers PRIMARY KEY (CustomerID),
  CONSTRAINT CK_CustomerID CHECK (CustomerID GLOB '[A-Z][A-Z][A-Z][A-Z][A-Z]')
);

CREATE TABLE CustomerDemographics (
  CustomerTypeID NCHAR(10) NOT NULL PRIMARY KEY,
  CustomerDesc NTEXT
);

CREATE TABLE CustomerCustomerDemo (
  CustomerID NCHAR(5) NOT NULL REFERENCES Customers (CustomerID),
  CustomerTypeID NCHAR(10) NOT NULL REFERENCES CustomerDemographics (CustomerTypeID),
  CONSTRAINT PK_CustomerCustomerDemo PRIMARY KEY (CustomerID, CustomerTypeID)
);

CREATE TABLE Shippers (
  ShipperID INTEGER PRIMARY KEY AUTOINCREMENT,
  CompanyName NVARCHAR(40) NOT NULL,
  Phone NVARCHAR(24)
);

CREATE TABLE Employees (
  EmployeeID INTEGER PRIMARY KEY AUTOINCREMENT,
  LastName NVARCHAR(20) NOT NULL,
  FirstName NVARCHAR(10) NOT NULL,
  Title NVARCHAR(30),
  TitleOfCourtesy NVARCHAR(25),
  BirthDate DATETIME,
  HireDate DATETIME,
  Address NVARCHAR(60), City NVARCHAR(15), Region NVARCHAR(15),
  PostalCode NVARCHAR(10), Country NVARCHAR(15),
  HomePhone NVARCHAR(24),
  Extension NVARCHAR(4),
  Photo IMAGE,
  Notes NTEXT,
  ReportsTo INT,
  PhotoPath NVARCHAR(255),
  FOREIGN KEY (ReportsTo) REFERENCES Employees (EmployeeID),
  -- The original compares with the clock, which a CHECK of SQLite can't.
  CONSTRAINT CK_BirthDate CHECK (BirthDate < '2025-01-01')
);

CREATE TABLE EmployeeTerritories (
  EmployeeID INT NOT NULL REFERENCES Employees (EmployeeID),
  TerritoryID NVARCHAR(20) NOT NULL REFERENCES Territories (TerritoryID),
  PRIMARY KEY (EmployeeID, TerritoryID)
) WITHOUT ROWID;

CREATE TABLE Orders (
  OrderID INTEGER PRIMARY KEY AUTOINCREMENT,
  CustomerID NCHAR(5) REFERENCES Customers (CustomerID),
  EmployeeID INT REFERENCES Employees (EmployeeID),
  OrderDate DATETIME,
  RequiredDate DATETIME,
  ShippedDate DATETIME,
  ShipVia INT REFERENCES Shippers (ShipperID),
  Freight MONEY DEFAULT 0,
  ShipName NVARCHAR(40), ShipAddress NVARCHAR(60), ShipCity NVARCHAR(15),
  ShipRegion NVARCHAR(15), ShipPostalCode NVARCHAR(10), ShipCountry NVARCHAR(15)
);
CREATE INDEX ShippedDate ON Orders (ShippedDate);

CREATE TABLE "Order Details" (
  OrderID INT NOT NULL,
  ProductID INT NOT NULL,
  UnitPrice MONEY NOT NULL DEFAULT 0 CONSTRAINT CK_UnitPrice CHECK (UnitPrice >= 0),
  Quantity SMALLINT NOT NULL DEFAULT 1 CONSTRAINT CK_Quantity CHECK (Quantity > 0),
  Discount REAL NOT NULL DEFAULT 0
    CONSTRAINT CK_Discount CHECK (Discount >= 0 AND (Discount <= 1)),
  CONSTRAINT "PK_Order Details" PRIMARY KEY (OrderID, ProductID),
  CONSTRAINT "FK_Order Details_Orders" FOREIGN KEY (OrderID) REFERENCES Orders (OrderID),
  CONSTRAINT "FK_Order Details_Products" FOREIGN KEY (ProductID) REFERENCES Products (ProductID)
);

CREATE VIEW "Order Subtotals" AS
SELECT OrderID, sum(UnitPrice * Quantity * (1 - Discount)) AS Subtotal
FROM "Order Details"
GROUP BY OrderID;

CREATE VIEW "Orders Qry" AS
SELECT o.OrderID, o.OrderDate, o.Freight, c.CompanyName, c.City, s.Subtotal
FROM Orders AS o
JOIN Customers AS c USING (CustomerID)
LEFT JOIN "Order Subtotals" AS s USING (OrderID);

CREATE VIEW "Products Above Average Price" AS
SELECT ProductName, UnitPrice
FROM Products
WHERE UnitPrice > (SELECT avg(UnitPrice) FROM Products);
