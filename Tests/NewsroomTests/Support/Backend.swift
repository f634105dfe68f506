import Foundation
import GRDB
import Hummingbird
import HummingbirdTesting
import Newsroom

/// Where a test keeps its database.
enum Storage: CaseIterable {
  case memory
  case file
}

/// The backend on a database of its own, and a client that talks to it.
struct Backend {
  let database: any DatabaseWriter
  let client: any TestClientProtocol

  /// Runs `body` against a fresh backend.
  static func run(
    on storage: Storage = .memory,
    settings: Settings = Settings(.test),
    services: Services = Services(),
    _ body: @Sendable (Backend) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database: any DatabaseWriter =
      switch storage {
      case .memory: try DatabaseQueue()
      case .file: try Newsroom.openDatabase(path: "\(folder.path(percentEncoded: false))/db.sqlite")
      }
    try Newsroom.migrate(database)
    let app = try Newsroom.application(
      database: database, settings: settings, services: services)
    try await app.test(.router) { client in
      try await body(Backend(database: database, client: client))
    }
    try database.close()
  }

  /// Sends a GET request.
  func get(_ uri: String, as tenant: Tenant? = nil) async throws -> Answer {
    try await send(.get, uri, tenant: tenant?.slug)
  }

  /// Sends a POST request with a JSON body.
  func post(_ uri: String, _ json: String, as tenant: Tenant? = nil) async throws -> Answer {
    try await send(.post, uri, tenant: tenant?.slug, body: ByteBuffer(string: json))
  }

  /// Sends a PUT request with a JSON body.
  func put(_ uri: String, _ json: String, as tenant: Tenant? = nil) async throws -> Answer {
    try await send(.put, uri, tenant: tenant?.slug, body: ByteBuffer(string: json))
  }

  /// Sends any request with an editor's token of the tenant.
  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    tenant: String? = nil,
    body: ByteBuffer? = nil
  ) async throws -> Answer {
    var headers: HTTPFields = [:]
    if let tenant {
      headers[.tenant] = tenant
      headers[.authorization] = try "Bearer \(Self.token(for: tenant))"
    }
    return try await send(method, uri, headers: headers, body: body)
  }

  /// Sends any request with exactly these headers.
  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    headers: HTTPFields,
    body: ByteBuffer? = nil
  ) async throws -> Answer {
    let response = try await client.execute(uri: uri, method: method, headers: headers, body: body)
    return Answer(response)
  }
}

extension Backend {
  /// Sends a DELETE request.
  func delete(_ uri: String, as tenant: Tenant? = nil) async throws -> Answer {
    try await send(.delete, uri, as: tenant)
  }

  /// Sends any request for a tenant.
  func send(
    _ method: HTTPRequest.Method,
    _ uri: String,
    as tenant: Tenant?
  ) async throws -> Answer {
    try await send(method, uri, tenant: tenant?.slug)
  }
}
