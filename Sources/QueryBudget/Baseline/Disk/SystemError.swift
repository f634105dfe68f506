import Foundation

/// A call of the operating system that failed.
struct SystemError: Error, Hashable, CustomStringConvertible {
  /// The number of the error, as `errno` has it.
  let code: Int32

  /// The error of the call that has just failed.
  static var last: SystemError { SystemError(code: errno) }

  /// What the system calls it: `No space left on device`.
  var description: String { String(cString: strerror(code)) }
}

/// Repeats a call of the operating system while signals interrupt it; what it answers is negative
/// when it fails.
func retryingOnSignals<Answer: SignedInteger>(
  _ call: () -> Answer
) throws(SystemError) -> Answer {
  while true {
    let answer = call()
    if answer >= 0 { return answer }
    if errno != EINTR { throw .last }
  }
}
