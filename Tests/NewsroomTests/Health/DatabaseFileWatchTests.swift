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
  @Test
  func doesNotWaitForWorkThatIgnoresItsCancellation() async {
    let start = ContinuousClock.now
    await #expect(throws: DeadlineError.self) {
      try await withDeadline(.milliseconds(50)) {
        await withCheckedContinuation { continuation in
          DispatchQueue.global().asyncAfter(deadline: .now() + 30) { continuation.resume() }
        }
      }
    }
    #expect(ContinuousClock.now - start < .seconds(25))
  }

  @Test
  func handsOnWhatTheWorkReturnsOrThrows() async throws {
    struct Failure: Error {}
    #expect(try await withDeadline(.seconds(9)) { 7 } == 7)
    await #expect(throws: Failure.self) { try await withDeadline(.seconds(9)) { throw Failure() } }
  }
}
