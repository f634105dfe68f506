// A test imports one module: the assertions speak of recorders, budgets and fixtures.
@_exported public import QueryBudget
@_exported public import QueryBudgetFixtures
@_exported public import QueryBudgetSQLite
