/// What a command line says of the settings; it wins over the environment and the file.
public struct SettingsOptions: Sendable {
  /// The name of an ``Settings/Environment``.
  public var environment: String?
  /// The address to listen on.
  public var hostname: String?
  /// The port to listen on.
  public var port: Int?
  /// The path of the database file.
  public var database: String?
  /// The path of the settings file; it has to be there when it is named.
  public var file: String?

  /// Says nothing, where nothing is given.
  public init(
    environment: String? = nil,
    hostname: String? = nil,
    port: Int? = nil,
    database: String? = nil,
    file: String? = nil
  ) {
    self.environment = environment
    self.hostname = hostname
    self.port = port
    self.database = database
    self.file = file
  }
}
