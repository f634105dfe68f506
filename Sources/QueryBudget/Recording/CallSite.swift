/// The line of the user's code that issued a statement, or as much of it as is known.
///
/// ```swift
/// let place = CallSite.Place.line(path: "Sources/App/ArticleStore.swift", number: 48)
/// let site = CallSite(place, function: "ArticleStore.author(of:)")
/// #expect(site.description == "ArticleStore.swift:48 in ArticleStore.author(of:)")
/// ```
public struct CallSite: Sendable, Hashable {
  /// Where the call is; more cases may come.
  public enum Place: Sendable, Hashable {
    /// A line of a source file, with its whole path.
    case line(path: String, number: Int)
    /// Code without debug information: so many bytes into an executable or a library.
    case code(image: String, offset: UInt)
  }

  /// Where the call is.
  public let place: Place

  /// The function that contains it, such as `ArticleStore.author(of:)`; nil when it has no name.
  public let function: String?

  /// A call at a place.
  public init(_ place: Place, function: String? = nil) {
    self.place = place
    self.function = function
  }

  /// The whole path of the source file, if it is known.
  public var path: String? {
    guard case .line(let path, _) = place else { return nil }
    return path
  }

  /// The name of the source file, such as `ArticleStore.swift`, if it is known.
  public var file: String? { path.map(Self.lastComponent) }

  /// The line in the source file, if it is known.
  public var line: Int? {
    guard case .line(_, let number) = place else { return nil }
    return number
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

extension CallSite: CustomStringConvertible {
  /// File, line and function; without a line the function, and without that the offset in the image.
  public var description: String {
    switch (place, function) {
    case (.line(let path, let number), let function?):
      "\(Self.lastComponent(of: path)):\(number) in \(function)"
    case (.line(let path, let number), nil): "\(Self.lastComponent(of: path)):\(number)"
    case (.code(let image, _), let function?):
      "\(function) in \(Self.lastComponent(of: image))"
    case (.code(let image, let offset), nil):
      "\(Self.lastComponent(of: image)) + 0x\(String(offset, radix: 16))"
    }
  }
}
