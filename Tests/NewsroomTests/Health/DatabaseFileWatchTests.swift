import Foundation
import Testing

@testable import Newsroom

@Suite("The watch on the database file")
struct DatabaseFileWatchTests {
  @Test
  func reportsADiskThatIsAlmostFull() throws {
    let file = try SettingsFileOnDisk("")
    defer { file.remove() }
    let watch = DatabaseFileWatch(path: file.path)
    try watch.check(freeSpace: 1)
    let error = #expect(throws: DatabaseFileError.self) { try watch.check(freeSpace: .max) }
    #expect(error?.description.hasPrefix("The disk of the database has ") == true)
  }

  @Test
  func hasNothingToSayOfADatabaseInMemory() throws {
    try DatabaseFileWatch(path: ":memory:").check(freeSpace: .max)
  }

  @Test
  func followsALinkToTheFile() throws {
    let file = try SettingsFileOnDisk("")
    defer { file.remove() }
    let link = file.path + ".link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    let watch = DatabaseFileWatch(path: link)
    try watch.check(freeSpace: 1)
    file.remove()
    #expect(throws: DatabaseFileError.gone(link)) { try watch.check(freeSpace: 1) }
  }
}

@Suite("withDeadline")
struct DeadlineTests {
  @Test(.timeLimit(.minutes(10)))
  func doesNotWaitForWorkThatIgnoresItsCancellation() async {
    let (end, tell) = AsyncStream.makeStream(of: Void.self)
    await #expect(throws: DeadlineError.self) {
      try await withDeadline(.milliseconds(50)) {
        // A task of its own is not cancelled with this one: waiting for it would never end.
        await Task { for await _ in end {} }.value
      }
    }
    tell.finish()
  }

  @Test
  func handsOnWhatTheWorkReturnsOrThrows() async throws {
    struct Failure: Error {}
    #expect(try await withDeadline(.seconds(600)) { 7 } == 7)
    await #expect(throws: Failure.self) {
      try await withDeadline(.seconds(600)) { throw Failure() }
    }
  }
}
