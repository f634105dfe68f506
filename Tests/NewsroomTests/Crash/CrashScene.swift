import Foundation
import GRDB
import Newsroom

/// A seeded database, and all that goes on when servers on it come and go: the payment company, the
/// mail server, and clients.
struct CrashScene: Sendable {
  let folder: URL
  let gateway: ChargingGateway
  let mail: MailServer
  let load: CrashLoad
  private let variables: [String: String]

  static func run(
    _ random: CrashNumbers,
    _ more: [String: String] = [:],
    _ body: @Sendable (CrashScene) async throws -> Void
  ) async throws {
    try await TemporaryFolder.run { folder in
      _ = try await ServerProcess.run(["seed"], in: folder)
      let mail = try MailServer(folder.appending(path: "mail"))
      try await ChargingGateway.run { gateway, url in
        let variables = [
          "NEWSROOM_GATEWAY_URL": url, "NEWSROOM_WORKERS": "4", "NEWSROOM_LOG_LEVEL": "error",
        ]
        let scene = CrashScene(
          folder: folder, gateway: gateway, mail: mail, load: CrashLoad(gateway, random),
          variables: variables.merging(more) { _, new in new })
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await mail.run() }
          try await body(scene)
          group.cancelAll()
        }
      }
    }
  }

  /// Starts a server on what the last one left.
  func start() async throws -> ServerProcess {
    try await ServerProcess.start(in: folder, variables)
  }

  /// Waits until so many more requests were answered, but not for long.
  func wait(forAnswers count: Int) async throws {
    let deadline = ContinuousClock.now + .seconds(5)
    let answers = await load.answers
    while await load.answers < answers + count, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  /// Sends what is still to be sent, lets a server that nobody kills end its jobs, and ends it.
  ///
  /// Jobs that nobody runs are left for the ledger to find.
  func finish() async throws {
    let server = try await start()
    await load.close()
    await CrashClients(load, server).run()
    let database = try database()
    let deadline = ContinuousClock.now + .seconds(300)
    while try await database.hasWork(), ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(50))
    }
    try database.close()
    server.process.terminate()
    guard try await server.end() == 0 else { throw BadEnd() }
    try await mail.take()
  }

  /// What the database has now.
  func ledger() async throws -> CrashLedger {
    let database = try database()
    let ledger = try await database.read(CrashLedger.init)
    try database.close()
    return ledger
  }

  /// The servers' database.
  func database() throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.busyMode = .timeout(10)
    return try DatabaseQueue(
      path: folder.appending(path: "newsroom.sqlite").path(percentEncoded: false),
      configuration: configuration)
  }

  struct BadEnd: Error {}
}

extension DatabaseQueue {
  /// Whether a job waits or runs.
  fileprivate func hasWork() async throws -> Bool {
    try await read { db in
      try !StoredJob.filter(literal: "state IN ('ready', 'running')").isEmpty(db)
    }
  }
}
