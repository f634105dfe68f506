// A recorder answers recordings: one import gives both.
@_exported public import QueryBudget
