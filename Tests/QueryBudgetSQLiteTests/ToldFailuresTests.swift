import QueryBudgetSQLite
import Testing

@Test("SQLite's error log is the recorder's, so that failures are told on every connection")
func failuresAreTold() {
  #expect(StatementRecorder.tellsFailures)
}
