/// Public symbols, as the compiler tells them.
struct SymbolGraph: Decodable {
  struct Symbol: Decodable {
    struct Names: Decodable { let title: String }
    struct DocComment: Decodable {}
    struct Location: Decodable {
      struct Position: Decodable { let line: Int }
      let uri: String
      let position: Position
    }

    struct Kind: Decodable { let identifier: String }

    let kind: Kind
    let names: Names
    let pathComponents: [String]
    let docComment: DocComment?
    let location: Location?

    /// Whether somebody wrote it: not what the compiler adds, and no page for another module's type.
    var isWritten: Bool { location != nil && kind.identifier != "swift.extension" }

    /// Where it stands, for a person.
    var place: String {
      let line = location.map { "\($0.uri):\($0.position.line + 1): " } ?? ""
      return line + pathComponents.joined(separator: ".")
    }
  }

  let symbols: [Symbol]
}
