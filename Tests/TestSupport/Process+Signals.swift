package import Foundation

extension Process {
  /// Starts it with no signal blocked. The threads of Swift's tasks block most of them, and a process
  /// takes that over: it could not be interrupted.
  ///
  /// <https://man7.org/linux/man-pages/man3/pthread_sigmask.3.html>
  package func runInterruptibly() throws {
    var (blocked, none) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &blocked)
    defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
    try run()
  }
}
