import NIOCore

extension Channel {
  /// The port that it listens on; 0 when it has none.
  var port: Int { localAddress?.port ?? 0 }
}
