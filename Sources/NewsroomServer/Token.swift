public import ArgumentParser
import Foundation
public import Newsroom

/// `token`: signs a token, as whoever logs people in would.
struct Token: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a token that says who acts for which tenant."
  )

  @OptionGroup var arguments: SettingsArguments

  @Option(help: "The slug of the tenant.")
  var tenant = DemoTenant.slug

  @Option(help: "Who acts: what the audit log names.")
  var user: String

  @Option(help: "What they may do: reader, editor or admin.")
  var role = Role.editor

  @Option(help: "For how many hours it holds.")
  var hours = 24

  func validate() throws {
    guard hours > 0 else { throw ValidationError("--hours must be a number above 0.") }
  }

  func run() async throws {
    let settings = try await arguments.load()
    guard let secret = settings.secrets.tokenKeys.first else {
      throw Failure.exit("There is no key to sign with; set NEWSROOM_TOKEN_KEY.")
    }
    let token = TenantToken(
      user: user, tenant: tenant, role: role, expires: Date() + 3600 * Double(hours))
    print(try token.sign(with: TokenKey(secret.text)))
  }
}

extension Role: ExpressibleByArgument {}
