package import QueryBudget

/// What is known of where a statement came from.
package enum CallSiteAnswer: Sendable, Hashable {
  /// The user's line, or as much of it as there is.
  case site(CallSite)
  /// Why there is none.
  case unknown(String)

  /// The site, if there is one.
  package var site: CallSite? {
    guard case .site(let site) = self else { return nil }
    return site
  }
}

extension CallSiteAnswer: CustomStringConvertible {
  /// The site, or why there is none.
  package var description: String {
    switch self {
    case .site(let site): site.description
    case .unknown(let reason): reason
    }
  }
}

/// Finds the user's line in the stack of a statement.
///
/// ```swift
/// let answers = Symbolicator.shared.answers(for: recording.statements.compactMap(\.stack))
/// ```
///
/// It costs tenths of a second, and once for each stack: it is for tests that fail.
package final class Symbolicator: Sendable {
  /// The one that remembers for the whole process.
  package static let shared = Symbolicator()

  private let reader: Locked<StackReader>

  /// One that remembers nothing yet.
  package convenience init() { self.init(StackReader()) }

  init(_ reader: sending StackReader) { self.reader = Locked(reader) }

  /// The user's innermost line in each stack. Ask for many at once: that costs hardly more.
  package func answers(
    for stacks: some Sequence<StackTrace>
  ) -> [StackTrace: CallSiteAnswer] {
    let stacks = Set(stacks)
    return reader.withLock { $0.answers(for: stacks) }
  }

  /// The user's innermost line in one stack.
  package func answer(for stack: StackTrace) -> CallSiteAnswer {
    reader.withLock { $0.answers(for: [stack])[stack] } ?? .unknown(StackReader.noStack)
  }
}
