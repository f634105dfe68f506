import GRDB
import QueryBudgetGRDB
import QueryBudgetTesting
import XCTest

final class ActivationXCTests: XCTestCase {
  func testActivateIsAtomic() throws {
    let recorder = StatementRecorder()
    var configuration = Configuration()
    configuration.record(with: recorder)
    let database = try DatabaseQueue(configuration: configuration)
    try ActivationDatabase.migrate(database)
    let service = ActivationService(database)
    try assertAtomic("activate", on: recorder) {
      try service.activate(1)
    }
  }
}
