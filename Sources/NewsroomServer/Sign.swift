import ArgumentParser
import Foundation
import Newsroom

/// `sign`: signs a webhook, as the payment gateway would.
struct Sign: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the header that signs the webhook on standard input.",
    discussion: """
      The bytes are signed as they come, with a line end that is among them:

        printf %s "$BODY" | NewsroomServer sign
      """
  )

  @OptionGroup var arguments: SettingsArguments

  func run() async throws {
    let settings = try await arguments.load()
    guard let secret = settings.secrets.webhookSecrets.first else {
      throw Failure.exit("There is no secret to sign with; set NEWSROOM_WEBHOOK_SECRET.")
    }
    let body = try FileHandle.standardInput.readToEnd() ?? Data()
    print("Newsroom-Signature: \(WebhookSignature.sign(body, with: secret, at: Date()))")
  }
}
