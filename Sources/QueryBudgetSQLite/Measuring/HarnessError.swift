/// Why a measurement could not be made; not the fault of the code that is measured.
public struct HarnessError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong, where, and what to do next.
  public let description: String

  init(_ description: String) {
    self.description = description
  }

  /// Runs a step of the harness's own; what it throws is the harness's error.
  static func wrapping<Value>(
    _ step: String,
    _ body: () throws -> Value
  ) throws(HarnessError) -> Value {
    do {
      return try body()
    } catch {
      throw HarnessError("\(step): \(error)")
    }
  }
}
