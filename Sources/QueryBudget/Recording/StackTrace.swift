/// The calls that led to a statement, as addresses in the process that ran it.
///
/// ```swift
/// let loops = Dictionary(grouping: recording.statements, by: \.stack)
/// ```
public struct StackTrace: Sendable, Hashable {
  /// The return addresses, the innermost call first.
  public let addresses: [UInt]

  /// A stack of these return addresses.
  public init(addresses: [UInt]) { self.addresses = addresses }
}
