// What records a GRDB database is a recorder: one import gives both.
@_exported public import QueryBudgetSQLite
