import ArgumentParser
import Newsroom

/// `seed`: puts something into the database to look at.
struct Seed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add the demo tenant with articles, comments and subscriptions."
  )

  @OptionGroup var arguments: SettingsArguments

  func run() async throws {
    let settings = try await arguments.load()
    let added = try await settings.open(creating: true) { database in
      try await DemoTenant.seed(database)
    }
    print(
      added
        ? "Added the tenant '\(DemoTenant.slug)' to \(settings.database)."
        : "\(settings.database) has the tenant '\(DemoTenant.slug)' already; nothing was changed."
    )
  }
}
