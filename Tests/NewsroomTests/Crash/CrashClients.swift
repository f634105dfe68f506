import Foundation

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Several clients of one server, each of which sends one request after the other.
struct CrashClients {
  let load: CrashLoad
  let server: ServerProcess
  private let session: URLSession

  /// How many requests there are at the same time.
  static let count = 8

  init(_ load: CrashLoad, _ server: ServerProcess) {
    self.load = load
    self.server = server
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = Self.count
    configuration.timeoutIntervalForRequest = 30
    session = URLSession(configuration: configuration)
  }

  /// Sends until the server answers no more, or nothing is left.
  func run() async {
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<Self.count { group.addTask { await sendAll() } }
    }
    session.invalidateAndCancel()
  }

  private func sendAll() async {
    while let delivery = await load.next() {
      do {
        let (status, text) = try await send(delivery)
        await load.answered(delivery, status, text)
      } catch {
        let wasRefused = (error as? URLError)?.code == .cannotConnectToHost
        return await load.wentUnanswered(delivery, wasRefused: wasRefused)
      }
    }
  }

  private func send(_ delivery: Delivery) async throws -> (status: Int, text: String) {
    var request = URLRequest(url: server.url.appending(path: delivery.path))
    request.httpMethod = "POST"
    request.httpBody = Data(try delivery.body.utf8)
    for (name, value) in try delivery.headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await session.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: data, as: UTF8.self))
  }
}
