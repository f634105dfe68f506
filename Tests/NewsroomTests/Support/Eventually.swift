/// Waits until something is so.
///
/// - Throws: ``TookTooLong`` when it isn't after five minutes.
func eventually(
  isolation: isolated (any Actor)? = #isolation,
  _ what: String,
  _ isSo: () async throws -> Bool
) async throws {
  let deadline = ContinuousClock.now + .seconds(300)
  while try await !isSo() {
    guard ContinuousClock.now < deadline else { throw TookTooLong(what: what) }
    try await Task.sleep(for: .milliseconds(10))
  }
}

struct TookTooLong: Error, CustomStringConvertible {
  let what: String
  var description: String { "Five minutes passed before \(what)." }
}
