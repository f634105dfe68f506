import ArgumentParser

/// The command line of the reference backend.
@main
struct NewsroomCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "NewsroomServer",
    abstract: "Publish articles for many tenants from one database.",
    subcommands: [Serve.self, Seed.self, Token.self, Sign.self, Jobs.self],
    defaultSubcommand: Serve.self
  )
}
