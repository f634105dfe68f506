import ArgumentParser
import Hummingbird
import Logging
import Newsroom

/// `serve`: answers requests until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the API until SIGINT or SIGTERM."
  )

  @OptionGroup var file: DatabaseFile

  @Option(help: "The address to listen on.")
  var hostname = "127.0.0.1"

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port = 8080

  func validate() throws {
    guard 0...65_535 ~= port else {
      throw ValidationError("--port must be a number from 0 to 65535.")
    }
  }

  func run() async throws {
    try await file.open { database in
      let app = try Newsroom.application(
        database: database,
        configuration: ApplicationConfiguration(
          address: .hostname(hostname, port: port),
          serverName: "newsroom"
        ),
        logger: Logger(label: "newsroom")
      )
      do {
        try await app.runService()
      } catch {
        throw Failure.exit(
          "Can't serve on \(hostname):\(port) (\(error)); choose another --hostname or --port."
        )
      }
    }
  }
}
