import Foundation
import QueryBudgetSQLite
import Testing

/// The last reference to a wrapper goes on one thread while a recording ends on another.
@Suite struct ClosedWhileRecordingTests {
  @Test("Closing waits for whoever looks at the connection, and nobody looks at it afterwards")
  func closingWaits() throws {
    let access = OpenUntilClosed(try #require(OpaquePointer(bitPattern: 8)))
    let isLooking = DispatchSemaphore(value: 0)
    let isClosed = DispatchSemaphore(value: 0)
    let steps = Locked<[String]>([])
    DispatchQueue.global().async {
      isLooking.wait()
      access.close { _ in steps.withLock { $0.append("closed") } }
      isClosed.signal()
    }
    let looked: Bool? = access.withConnection { _ in
      isLooking.signal()
      // Time for the other thread to close it, if nothing holds it back.
      Thread.sleep(forTimeInterval: 0.05)
      steps.withLock { $0.append("looked") }
      return true
    }
    isClosed.wait()
    access.close { _ in steps.withLock { $0.append("closed again") } }
    #expect(looked == true)
    #expect(steps.withLock { $0 } == ["looked", "closed"])
    #expect(access.withConnection { _ in true } == nil)
  }

  @Test("A wrapper that goes while recordings begin and end")
  func goes() async throws {
    for turn in 0..<200 {
      let recorder = StatementRecorder()
      let box = Box(try RecordingDatabase(.inMemory, recorder: recorder))
      await withTaskGroup(of: Void.self) { group in
        group.addTask {
          for _ in 0..<30 { _ = recorder.recordResult {} }
        }
        group.addTask {
          // Somewhere in the middle of the recordings.
          for _ in 0..<(turn % 50) { _ = recorder.connectionCount }
          box.value = nil
        }
      }
      #expect(recorder.connectionCount == 1)
    }
  }

  /// Lets go of a database on whatever thread.
  private final class Box: @unchecked Sendable {
    // One task writes it, and nobody reads it.
    var value: RecordingDatabase?

    init(_ value: consuming RecordingDatabase) { self.value = value }
  }
}
