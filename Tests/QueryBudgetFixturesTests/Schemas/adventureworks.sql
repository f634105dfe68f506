-- AdventureWorks: a part of the bicycle maker's tables; CHECKs of every sort, computed columns.

CREATE TABLE BusinessEntity (
  BusinessEntityID INTEGER PRIMARY KEY AUTOINCREMENT,
  rowguid UNIQUEIDENTIFIER NOT NULL DEFAULT (lower(hex(randomblob(16)))),
  ModifiedDate DATETIME NOT NULL DEFAULT (datetime('now'))
);
CREATE UNIQUE INDEX AK_BusinessEntity_rowguid ON BusinessEntity (rowguid);

CREATE TABLE Person (
  BusinessEntityID INT NOT NULL PRIMARY KEY REFERENCES BusinessEntity (BusinessEntityID),
  PersonType NCHAR(2) NOT NULL,
  NameStyle NameStyle NOT NULL DEFAULT (0),
  Title NVARCHAR(8) NULL,
  FirstName Name NOT NULL, -- a user-defined type, so NUMERIC here
  MiddleName Name NULL,
  LastName Name NOT NULL,
  EmailPromotion INT NOT NULL DEFAULT 0,
  Demographics XML NULL,
  ModifiedDate DATETIME NOT NULL DEFAULT (datetime('now')),
  CONSTRAINT CK_Person_EmailPromotion CHECK (EmailPromotion >= (0) AND EmailPromotion <= (2)),
  CONSTRAINT CK_Person_PersonType CHECK (
    PersonType IS NULL OR upper(PersonType) IN ('SC', 'VC', 'IN', 'EM', 'SP', 'GC')
  )
);

CREATE TABLE EmailAddress (
  BusinessEntityID INT NOT NULL REFERENCES Person (BusinessEntityID),
  EmailAddressID INT NOT NULL,
  EmailAddress NVARCHAR(50) NULL,
  PRIMARY KEY (BusinessEntityID, EmailAddressID)
);
CREATE INDEX IX_EmailAddress ON EmailAddress (EmailAddress);

CREATE TABLE Department (
  DepartmentID INTEGER PRIMARY KEY,
  Name NVARCHAR(50) NOT NULL CONSTRAINT AK_Department_Name UNIQUE,
  GroupName NVARCHAR(50) NOT NULL
);

CREATE TABLE Shift (
  ShiftID TINYINT NOT NULL PRIMARY KEY,
  Name NVARCHAR(50) NOT NULL UNIQUE COLLATE NOCASE,
  StartTime TIME(7) NOT NULL,
  EndTime TIME(7) NOT NULL,
  CONSTRAINT AK_Shift_StartTime_EndTime UNIQUE (StartTime, EndTime)
);

CREATE TABLE Employee (
  BusinessEntityID INT NOT NULL,
  NationalIDNumber NVARCHAR(15) NOT NULL,
  LoginID NVARCHAR(256) NOT NULL,
  OrganizationNode VARCHAR(100) NULL,
  OrganizationLevel SMALLINT AS (
    length(OrganizationNode) - length(replace(OrganizationNode, '/', ''))
  ),
  JobTitle NVARCHAR(50) NOT NULL,
  BirthDate DATE NOT NULL,
  MaritalStatus NCHAR(1) NOT NULL,
  Gender NCHAR(1) NOT NULL,
  HireDate DATE NOT NULL,
  SalariedFlag BIT NOT NULL DEFAULT 1,
  VacationHours SMALLINT NOT NULL DEFAULT 0,
  SickLeaveHours SMALLINT NOT NULL DEFAULT 0,
  CurrentFlag BIT NOT NULL DEFAULT 1,
  CONSTRAINT PK_Employee PRIMARY KEY (BusinessEntityID),
  CONSTRAINT FK_Employee_Person FOREIGN KEY (BusinessEntityID) REFERENCES Person,
  CONSTRAINT CK_Employee_BirthDate CHECK (
    BirthDate BETWEEN '1930-01-01' AND date(HireDate, '-18 years')
  ),
  CONSTRAINT CK_Employee_HireDate CHECK (HireDate >= '1996-07-01' AND HireDate <= '2030-12-31'),
  CONSTRAINT CK_Employee_MaritalStatus CHECK (upper(MaritalStatus) IN ('M', 'S')),
  CONSTRAINT CK_Employee_Gender CHECK (upper(Gender) = 'M' OR upper(Gender) = 'F'),
  CONSTRAINT CK_Employee_VacationHours CHECK (VacationHours >= (-40) AND VacationHours <= 240),
  CONSTRAINT CK_Employee_SickLeaveHours CHECK (SickLeaveHours BETWEEN 0 AND 120)
);
CREATE UNIQUE INDEX AK_Employee_LoginID ON Employee (LoginID);
CREATE UNIQUE INDEX AK_Employee_NationalIDNumber ON Employee (NationalIDNumber);

CREATE TABLE EmployeeDepartmentHistory (
  BusinessEntityID INT NOT NULL REFERENCES Employee (BusinessEntityID),
  DepartmentID SMALLINT NOT NULL REFERENCES Department (DepartmentID),
  ShiftID TINYINT NOT NULL REFERENCES Shift (ShiftID),
  StartDate DATE NOT NULL,
  EndDate DATE NULL,
  PRIMARY KEY (BusinessEntityID, StartDate, DepartmentID, ShiftID),
  CHECK ((EndDate >= StartDate) OR (EndDate IS NULL))
);

CREATE TABLE ProductCategory (
  ProductCategoryID INTEGER PRIMARY KEY,
  Name NVARCHAR(50) NOT NULL UNIQUE,
  rowguid UNIQUEIDENTIFIER NOT NULL DEFAULT (hex(randomblob(16))) UNIQUE
);

CREATE TABLE ProductSubcategory (
  ProductSubcategoryID INTEGER PRIMARY KEY,
  ProductCategoryID INT NOT NULL REFERENCES ProductCategory,
  Name NVARCHAR(50) NOT NULL UNIQUE
);

CREATE TABLE UnitMeasure (
  UnitMeasureCode NCHAR(3) NOT NULL PRIMARY KEY,
  Name NVARCHAR(50) NOT NULL UNIQUE
);

CREATE TABLE Product (
  ProductID INTEGER PRIMARY KEY AUTOINCREMENT,
  Name NVARCHAR(50) NOT NULL,
  ProductNumber NVARCHAR(25) NOT NULL,
  MakeFlag BIT NOT NULL DEFAULT 1,
  Color NVARCHAR(15) NULL,
  SafetyStockLevel SMALLINT NOT NULL,
  ReorderPoint SMALLINT NOT NULL,
  StandardCost MONEY NOT NULL,
  ListPrice MONEY NOT NULL,
  Size NVARCHAR(5) NULL,
  SizeUnitMeasureCode NCHAR(3) NULL,
  WeightUnitMeasureCode NCHAR(3) NULL,
  Weight DECIMAL(8, 2) NULL,
  DaysToManufacture INT NOT NULL,
  ProductLine NCHAR(2) NULL,
  Class NCHAR(2) NULL,
  Style NCHAR(2) NULL,
  ProductSubcategoryID INT NULL,
  SellStartDate DATETIME NOT NULL,
  SellEndDate DATETIME NULL,
  DiscontinuedDate DATETIME NULL,
  FOREIGN KEY (SizeUnitMeasureCode) REFERENCES UnitMeasure (UnitMeasureCode),
  FOREIGN KEY (WeightUnitMeasureCode) REFERENCES UnitMeasure (UnitMeasureCode),
  FOREIGN KEY (ProductSubcategoryID) REFERENCES ProductSubcategory (ProductSubcategoryID),
  CONSTRAINT CK_Product_Class CHECK (upper(Class) IN ('H', 'M', 'L') OR Class IS NULL),
  CONSTRAINT CK_Product_DaysToManufacture CHECK (DaysToManufacture >= 0),
  CONSTRAINT CK_Product_ListPrice CHECK (ListPrice >= 0.00),
  CONSTRAINT CK_Product_ProductLine CHECK (
    upper(ProductLine) = 'R' OR upper(ProductLine) = 'M' OR upper(ProductLine) = 'T'
    OR upper(ProductLine) = 'S' OR ProductLine IS NULL
  ),
  CONSTRAINT CK_Product_ReorderPoint CHECK (ReorderPoint > 0),
  CONSTRAINT CK_Product_SafetyStockLevel CHECK (SafetyStockLevel > 0),
  CONSTRAINT CK_Product_SellEndDate CHECK (SellEndDate >= SellStartDate OR SellEndDate IS NULL),
  CONSTRAINT CK_Product_StandardCost CHECK (StandardCost >= 0.00),
  CONSTRAINT CK_Product_Style CHECK (upper(Style) IN ('U', 'M', 'W') OR Style IS NULL),
  CONSTRAINT CK_Product_Weight CHECK (Weight > (0.00))
);
CREATE UNIQUE INDEX AK_Product_ProductNumber ON Product (ProductNumber);
CREATE UNIQUE INDEX AK_Product_Name ON Product (Name COLLATE NOCASE);

CREATE TABLE BillOfMaterials (
  BillOfMaterialsID INTEGER PRIMARY KEY,
  ProductAssemblyID INT NULL REFERENCES Product (ProductID),
  ComponentID INT NOT NULL REFERENCES Product (ProductID),
  StartDate DATETIME NOT NULL DEFAULT (datetime('now')),
  EndDate DATETIME NULL,
  UnitMeasureCode NCHAR(3) NOT NULL REFERENCES UnitMeasure,
  BOMLevel SMALLINT NOT NULL,
  PerAssemblyQty DECIMAL(8, 2) NOT NULL DEFAULT 1.00,
  CONSTRAINT CK_BOM_EndDate CHECK (EndDate > StartDate OR EndDate IS NULL),
  CONSTRAINT CK_BOM_ProductAssemblyID CHECK (ProductAssemblyID <> ComponentID),
  -- A finished product is of level 0 and part of nothing.
  CONSTRAINT CK_BOM_BOMLevel CHECK (
    (ProductAssemblyID IS NULL AND BOMLevel = 0 AND PerAssemblyQty = 1.00)
    OR (ProductAssemblyID IS NOT NULL AND BOMLevel >= 1)
  ),
  CONSTRAINT CK_BOM_PerAssemblyQty CHECK (PerAssemblyQty >= 1.00)
);
CREATE UNIQUE INDEX AK_BillOfMaterials
ON BillOfMaterials (ProductAssemblyID, ComponentID, StartDate);

CREATE TABLE Location (
  LocationID SMALLINT NOT NULL PRIMARY KEY,
  Name NVARCHAR(50) NOT NULL UNIQUE,
  CostRate SMALLMONEY NOT NULL DEFAULT 0.00 CHECK (CostRate >= 0.00),
  Availability DECIMAL(8, 2) NOT NULL DEFAULT 0.00 CHECK (Availability >= 0.00)
);

CREATE TABLE ProductInventory (
  ProductID INT NOT NULL REFERENCES Product (ProductID),
  LocationID SMALLINT NOT NULL REFERENCES Location (LocationID),
  Shelf NVARCHAR(10) NOT NULL CHECK (Shelf GLOB '[A-Za-z]' OR Shelf = 'N/A'),
  Bin TINYINT NOT NULL CHECK (Bin >= 0 AND Bin <= 100),
  Quantity SMALLINT NOT NULL DEFAULT 0,
  PRIMARY KEY (ProductID, LocationID)
) WITHOUT ROWID;

CREATE TABLE SpecialOffer (
  SpecialOfferID INTEGER PRIMARY KEY,
  Description NVARCHAR(255) NOT NULL,
  DiscountPct SMALLMONEY NOT NULL DEFAULT 0.00 CHECK (DiscountPct >= 0.00),
  StartDate DATETIME NOT NULL,
  EndDate DATETIME NOT NULL,
  MinQty INT NOT NULL DEFAULT 0 CHECK (MinQty >= 0),
  MaxQty INT NULL,
  CONSTRAINT CK_SpecialOffer_EndDate CHECK (EndDate >= StartDate),
  CONSTRAINT CK_SpecialOffer_MaxQty CHECK (MaxQty >= MinQty)
);

CREATE TABLE SpecialOfferProduct (
  SpecialOfferID INT NOT NULL REFERENCES SpecialOffer (SpecialOfferID),
  ProductID INT NOT NULL REFERENCES Product (ProductID),
  PRIMARY KEY (SpecialOfferID, ProductID)
);

CREATE TABLE Customer (
  CustomerID INTEGER PRIMARY KEY,
  PersonID INT NULL REFERENCES Person (BusinessEntityID),
  AccountNumber VARCHAR(10) NOT NULL AS ('AW' || printf('%08d', CustomerID)) STORED UNIQUE
);

CREATE TABLE SalesOrderHeader (
  SalesOrderID INTEGER PRIMARY KEY AUTOINCREMENT,
  RevisionNumber TINYINT NOT NULL DEFAULT 0,
  OrderDate DATETIME NOT NULL DEFAULT (datetime('now')),
  DueDate DATETIME NOT NULL,
  ShipDate DATETIME NULL,
  Status TINYINT NOT NULL DEFAULT 1,
  OnlineOrderFlag Flag NOT NULL DEFAULT 1,
  SalesOrderNumber AS (ifnull('SO' || SalesOrderID, '*** ERROR ***')),
  PurchaseOrderNumber OrderNumber NULL,
  CustomerID INT NOT NULL REFERENCES Customer (CustomerID),
  SubTotal MONEY NOT NULL DEFAULT 0.00,
  TaxAmt MONEY NOT NULL DEFAULT 0.00,
  Freight MONEY NOT NULL DEFAULT 0.00,
  TotalDue MONEY AS (ifnull(SubTotal + TaxAmt + Freight, 0)) STORED,
  CONSTRAINT CK_SalesOrderHeader_DueDate CHECK (DueDate >= OrderDate),
  CONSTRAINT CK_SalesOrderHeader_ShipDate CHECK (ShipDate >= OrderDate OR ShipDate IS NULL),
  CONSTRAINT CK_SalesOrderHeader_Status CHECK (Status BETWEEN 1 AND 8),
  CONSTRAINT CK_SalesOrderHeader_Money CHECK (SubTotal >= 0 AND TaxAmt >= 0 AND Freight >= 0)
);
CREATE UNIQUE INDEX AK_SalesOrderNumber ON SalesOrderHeader (SalesOrderNumber);

CREATE TABLE SalesOrderDetail (
  SalesOrderID INT NOT NULL REFERENCES SalesOrderHeader (SalesOrderID) ON DELETE CASCADE,
  SalesOrderDetailID INT NOT NULL,
  CarrierTrackingNumber NVARCHAR(25) NULL,
  OrderQty SMALLINT NOT NULL CHECK (OrderQty > 0),
  ProductID INT NOT NULL,
  SpecialOfferID INT NOT NULL,
  UnitPrice MONEY NOT NULL CHECK (UnitPrice >= 0.00),
  UnitPriceDiscount MONEY NOT NULL DEFAULT 0.0 CHECK (UnitPriceDiscount >= 0.00),
  LineTotal AS (ifnull(UnitPrice * (1.0 - UnitPriceDiscount) * OrderQty, 0.0)),
  PRIMARY KEY (SalesOrderID, SalesOrderDetailID),
  -- The key of the parent is the other way round.
  FOREIGN KEY (SpecialOfferID, ProductID)
    REFERENCES SpecialOfferProduct (SpecialOfferID, ProductID)
);

CREATE TABLE WorkOrder (
  WorkOrderID INTEGER PRIMARY KEY,
  ProductID INT NOT NULL REFERENCES Product (ProductID),
  OrderQty INT NOT NULL CHECK (OrderQty > 0),
  StockedQty INT AS (ifnull(OrderQty - ScrappedQty, 0)),
  ScrappedQty SMALLINT NOT NULL CHECK (ScrappedQty >= 0),
  StartDate DATETIME NOT NULL,
  EndDate DATETIME NULL,
  DueDate DATETIME NOT NULL,
  CONSTRAINT CK_WorkOrder_EndDate CHECK (EndDate >= StartDate OR EndDate IS NULL)
);
