import Foundation
import Testing

/// The manifest that the documentation shows is one that SwiftPM takes.
@Suite struct ManifestTests {
  @Test("The manifest of a consumer loads")
  func manifestLoads() throws {
    let folder = try TemporaryFolder()
    let manifest = Checkout.root
      .appendingPathComponent("Tests/DocumentationTests/Manifests/Package.swift")
    try FileManager.default.copyItem(
      at: manifest, to: folder.url.appendingPathComponent("Package.swift"))
    let command = try Command(["swift", "package", "dump-package"], in: folder.url)
    #expect(command.status == 0, "\(command.output)")
    #expect(command.output.contains("QueryBudgetTesting"))
  }
}
