import ArgumentParser
import Newsroom

/// `seed`: puts something into the database to look at.
struct Seed: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Add the demo tenant with authors, articles and tags."
  )

  @OptionGroup var file: DatabaseFile

  func run() async throws {
    let added = try await file.open { database in try await DemoTenant.seed(database) }
    print(
      added
        ? "Added the tenant '\(DemoTenant.slug)' to \(file.database)."
        : "\(file.database) has the tenant '\(DemoTenant.slug)' already; nothing was changed."
    )
  }
}
