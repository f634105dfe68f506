/// The files in which every example of the documentation stands as code that is compiled.
struct CompiledExamples {
  private let files: [[String]]

  init(_ documents: [Document]) {
    files = documents.map { $0.lines.compactMap { Self.code($0) } }
  }

  /// Whether the lines of a block stand in one file, one after the other. Its imports may stand
  /// elsewhere in that file; indentation, empty lines and who may see a declaration don't count.
  func contain(_ block: CodeBlock) -> Bool {
    let lines = block.lines.compactMap { Self.code($0[...]) }
    let imports = lines.filter(Self.isImport)
    let rest = lines.filter { !Self.isImport($0) }
    return files.contains { file in
      imports.allSatisfy(file.contains) && Self.contains(file, rest)
    }
  }

  private static func contains(_ file: [String], _ lines: [String]) -> Bool {
    guard let first = lines.first else { return true }
    return file.indices.contains { start in
      file[start] == first && file[start...].starts(with: lines)
    }
  }

  private static func isImport(_ line: String) -> Bool {
    line.hasPrefix("import ") || line.hasPrefix("@testable import ")
  }

  /// A line as it is compared; nil for an empty one.
  private static func code(_ line: Substring) -> String? {
    let words = line.split(separator: " ").filter { !["fileprivate", "private"].contains($0) }
    return words.isEmpty ? nil : words.joined(separator: " ")
  }
}
