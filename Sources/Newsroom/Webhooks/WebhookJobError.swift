/// Why an event could not be processed.
public enum WebhookJobError: JobError, Equatable {
  /// No event with this id was recorded.
  case unrecorded(String)
  /// What was recorded of the event with this id can't be read by this version.
  case unreadable(String)
  /// It concerns something that we don't know: its table, and what the gateway calls it.
  case notKnownYet(String, String)
  /// The gateway renewed a subscription that is over, and its subscriber has another one.
  case renewedBesideAnother(String)

  /// What is not known yet may be known later: events come in any order.
  public var isFinal: Bool {
    switch self {
    case .unrecorded, .unreadable, .renewedBesideAnother: true
    case .notKnownYet: false
    }
  }

  /// One sentence that says what is wrong and what to do.
  public var description: String {
    switch self {
    case .unrecorded(let id):
      "No event '\(id)' was recorded; let the gateway send it again."
    case .unreadable(let id):
      "The event '\(id)' can't be read; start the version that recorded it, then retry the job."
    case .notKnownYet(let object, let reference):
      "There is no \(object) '\(reference)' yet; if it stays so, compare it with the gateway's."
    case .renewedBesideAnother(let reference):
      "The gateway renewed '\(reference)', which is over, and the subscriber has another "
        + "subscription; end one of them at the gateway, then retry the job."
    }
  }
}
