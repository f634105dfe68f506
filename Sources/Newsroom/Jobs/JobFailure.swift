import GRDB

/// What is kept of an error that a job failed with.
enum JobFailure {
  static let longest = 500

  /// The words of an error that was written for it; of any other what can hold no secret.
  static func text(of error: any Error) -> String {
    let text =
      switch error {
      case let error as any JobError: error.description
      // The message names tables and columns; the statement and its values stay out.
      case let error as DatabaseError: "\(error.resultCode): \(error.message ?? "no message")"
      default: "It failed with \(type(of: error)); the log of the job runner has the whole of it."
      }
    return text.count > longest ? text.prefix(longest - 1) + "…" : text
  }
}
