import Foundation

/// The kinds of jobs that a runner knows.
public struct JobRegistry: Sendable {
  private let readers: [String: @Sendable (Data) throws -> any Job]

  /// Knows these kinds.
  ///
  /// - Precondition: No two of them have the same name.
  public init(_ types: [any Job.Type]) {
    readers = Dictionary(uniqueKeysWithValues: types.map { ($0.kind, Self.reader(of: $0)) })
  }

  /// The names of the kinds.
  var kinds: [String] { readers.keys.sorted() }

  /// Makes the job that was kept.
  ///
  /// - Throws: ``UnreadableJob``.
  func job(kind: String, payload: String) throws(UnreadableJob) -> any Job {
    guard let read = readers[kind] else { throw .unknownKind(kind) }
    do {
      return try read(Data(payload.utf8))
    } catch {
      throw .payload(kind)
    }
  }

  private static func reader<Kind: Job>(
    of type: Kind.Type
  ) -> @Sendable (Data) throws -> any Job {
    { data in try JSONDecoder.newsroom.decode(Kind.self, from: data) }
  }
}

/// A kept job that this version of the backend can't make anything of.
enum UnreadableJob: JobError, Equatable {
  case unknownKind(String)
  case payload(String)

  var isFinal: Bool { true }

  var description: String {
    switch self {
    case .unknownKind(let kind):
      "No job of the kind '\(kind)' is known; start the version that enqueued it, then retry it."
    case .payload(let kind):
      "The payload is not that of a job '\(kind)'; "
        + "start the version that enqueued it, then retry it."
    }
  }
}
