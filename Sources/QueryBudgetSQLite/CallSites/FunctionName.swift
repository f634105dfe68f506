/// The name of a function as a reader of its source knows it.
package enum FunctionName {
  /// Makes a demangled symbol readable: `ArticleStore.author(of:)`, without module, types, generic
  /// clauses and what the compiler made of it.
  ///
  /// A closure, and a function inside a function, is named by the declaration around it: the line
  /// tells the rest.
  package static func readable(_ demangled: String) -> String {
    let symbol = demangled.trimmingPrefixes()
    let declaration = DeclarationScan.outermost(symbol)
    var scan = DeclarationScan(declaration.trimmingPrefixes())
    return scan.name() ?? demangled
  }

  /// The readable name of a mangled symbol; nil when it is not Swift's.
  static func readable(mangled: String) -> String? {
    SwiftSymbol.demangled(mangled).map(readable)
  }
}

extension String {
  /// The words that the demangler puts before the name of what a symbol was made of.
  private static let prefixes = [
    "partial apply forwarder for ", "partial apply for ", "merged ", "specialized ", "static ",
    "class ", "@objc ", "@nonobjc ", "dynamic ", "async function pointer to ",
    "variable initialization expression of ", "property wrapper backing initializer of ",
    "one-time initialization function for ", "lazy initializer for ", "method descriptor for ",
    "dispatch thunk of ", "protocol witness for ", "curry thunk of ", "vtable thunk for ",
    "suspend resume partial function for ", "await resume partial function for ",
    "generic specialization ", "generic not re-abstracted specialization ",
    "function signature specialization ", "generic pre-specialization ",
    "inlined generic function ", "generic partial specialization ", "default argument ",
    "(extension in ", "of ",
  ]

  /// The symbol from its first declaration or closure on.
  fileprivate func trimmingPrefixes() -> String {
    var rest = Substring(self)
    while true {
      let before = rest
      rest = rest.drop(while: { $0 == " " })
      if let prefix = Self.prefixes.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(prefix.count)
        if prefix == "(extension in " { rest = rest.drop(while: { $0 != ":" }).dropFirst() }
      }
      // What a specialization is of, "<…> of", the number of a default argument, and that of the
      // part of an async function, "(1) ".
      if before != rest, rest.first == "<" { rest = rest.dropFirst(rest.balancedLength) }
      if before != rest { rest = rest.drop(while: \.isNumber) }
      if rest.first == "(", rest.dropFirst().first?.isNumber == true {
        rest = rest.dropFirst(rest.balancedLength)
      }
      if rest == before { return String(rest) }
    }
  }
}

extension Substring {
  /// The length of the bracketed text that it begins with.
  var balancedLength: Int {
    var depth = 0
    var last: Character = " "
    for (length, character) in enumerated() {
      if "(<[{".contains(character) { depth += 1 }
      if ")]}".contains(character) || character == ">" && last != "-" { depth -= 1 }
      if depth == 0 { return length + 1 }
      last = character
    }
    return count
  }
}
