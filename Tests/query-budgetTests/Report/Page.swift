import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// A page read as XML: what is not well formed, or not escaped, is refused.
struct Page {
  final class Element {
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [Element] = []

    /// All text in it, that of its children too.
    fileprivate(set) var text = ""

    fileprivate init(_ name: String, _ attributes: [String: String]) {
      (self.name, self.attributes) = (name, attributes)
    }

    /// It and everything in it.
    var all: [Element] { [self] + children.flatMap(\.all) }

    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }

    /// The elements in it that have a class.
    func elements(_ css: String) -> [Element] { all.filter { $0.classes.contains { $0 == css } } }

    /// The text of the elements in it that have a class.
    func texts(_ css: String) -> [String] { elements(css).map(\.text) }

    /// The elements in it with a name.
    func named(_ name: String) -> [Element] { all.filter { $0.name == name } }
  }

  let bytes: Data
  let root: Element

  init(_ bytes: Data) throws {
    self.bytes = bytes
    let reader = Reader()
    let parser = XMLParser(data: bytes)
    parser.delegate = reader
    try #require(parser.parse(), "\(String(describing: parser.parserError)), \(parser.lineNumber)")
    root = try #require(reader.root)
  }

  /// The measurements, in the order of the page.
  var measurements: [Element] { root.elements("m") }

  /// Their names.
  var names: [String] { root.texts("name") }

  /// The measurement with a name.
  func measurement(_ name: String = "GET /articles") throws -> Element {
    try #require(measurements.first { $0.texts("name") == [name] })
  }

  private final class Reader: NSObject, XMLParserDelegate {
    var root: Element?
    private var open: [Element] = []

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      let element = Element(name, attributes)
      open.last?.children.append(element)
      if root == nil { root = element }
      open.append(element)
    }

    func parser(_ parser: XMLParser, foundCharacters text: String) {
      for element in open { element.text += text }
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }
  }
}

extension Page.Element {
  /// The marks beside its name, without their glyphs.
  var marks: [String] {
    elements("badges").first.map { $0.texts("badge").map { String($0.dropFirst(2)) } } ?? []
  }

  /// What is filtered by.
  var flags: [Substring] { (attributes["data-flags"] ?? "").split(separator: " ") }
}
