import ArgumentParser
import Foundation
import Newsroom
import ServiceLifecycle

/// `serve`: answers requests and runs jobs until it is told to stop.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Serve the API and run the jobs until SIGINT or SIGTERM."
  )

  @OptionGroup var arguments: SettingsArguments

  @Option(help: "The address to listen on.")
  var hostname: String?

  @Option(help: "The port to listen on; 0 takes a free one.")
  var port: Int?

  func validate() throws {
    guard 0...65_535 ~= port ?? 0 else {
      throw ValidationError("--port must be a number from 0 to 65535.")
    }
  }

  func run() async throws {
    let settings = try await arguments.load(hostname: hostname, port: port)
    try await settings.open(creating: true) { database in
      let group: ServiceGroup
      do {
        group = try Newsroom.serviceGroup(database: database, settings: settings) { port in
          Self.announce(settings, port: port)
        }
      } catch {
        throw Failure.exit("\(error)")
      }
      do {
        try await group.run()
      } catch {
        let address = "\(settings.hostname):\(settings.port)"
        throw Failure.exit(
          "Can't serve on \(address) (\(error)); choose another --hostname or --port.")
      }
    }
    Self.say("Stopped.")
  }

  private static func announce(_ settings: Settings, port: Int) {
    let host = settings.hostname.contains(":") ? "[\(settings.hostname)]" : settings.hostname
    say("Newsroom serves on http://\(host):\(port) for \(settings.environment.rawValue).")
  }

  /// Unlike `print`, which keeps what it has to say to itself as long as no terminal is there.
  private static func say(_ sentence: String) {
    FileHandle.standardOutput.write(Data("\(sentence)\n".utf8))
  }
}
