import Foundation
import QueryBudgetSQLite
import Testing

/// Listens on this machine and hangs up on whoever calls, and remembers that somebody did.
final class SilentServer {
  let port: Int
  private let descriptor: Int32
  private let isCalled = Locked(false)

  init() throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let socket = descriptor
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(socket, address, length) == 0 && listen(socket, 16) == 0
          && getsockname(socket, address, &length) == 0
      }
    }
    try #require(isBound)
    port = Int(UInt16(bigEndian: address.sin_port))
    let isCalled = isCalled
    Thread {
      while true {
        let caller = accept(socket, nil, nil)
        if caller < 0 { break }
        isCalled.withLock { $0 = true }
        close(caller)
      }
      close(socket)
    }.start()
  }

  /// Wakes the thread, which then ends.
  deinit { shutdown(descriptor, Int32(SHUT_RDWR)) }

  /// Whether somebody called.
  var wasCalled: Bool { isCalled.withLock { $0 } }
}
