/// The targets for which a manifest names a folder of their own.
struct DeclaredTargets {
  /// The folders from the root, by the name of the module; nil for one that the manifest computes.
  private(set) var folders: [String: [String?]] = [:]

  private struct OpenCall {
    var name: String?
    var path: String?
    var computesPath = false
  }

  /// Whether a file is one of the module's, as far as the manifests say; nil when they don't.
  func contains(_ file: String, in module: String) -> Bool? {
    folders[module].map { folders in
      folders.contains { $0.map { file.hasPrefix($0) } ?? true }
    }
  }

  /// Reads the manifest that lies in a folder.
  mutating func read(_ manifest: [UInt8], in folder: String) {
    let tokens = TokenList(manifest)
    var calls: [OpenCall] = []
    for index in tokens.tokens.indices {
      switch tokens.mark(index) {
      case "(": calls.append(OpenCall())
      case ")": if let call = calls.popLast() { keep(call, folder) }
      case ":": if !calls.isEmpty { Self.readArgument(index, of: tokens, &calls[calls.count - 1]) }
      default: break
      }
    }
  }

  private static func readArgument(_ colon: Int, of tokens: TokenList, _ call: inout OpenCall) {
    let isWhole = tokens.mark(colon + 2).map { ",)".contains($0) } ?? false
    let value = isWhole ? tokens.string(colon + 1) : nil
    switch tokens.name(colon - 1) {
    case "name": call.name = value
    case "path":
      call.path = value
      call.computesPath = value == nil
    default: break
    }
  }

  private mutating func keep(_ call: OpenCall, _ folder: String) {
    guard let name = call.name, call.path != nil || call.computesPath else { return }
    let path = call.path.map { path in
      let parts = (folder + "/" + path).split(separator: "/").filter { $0 != "." }
      return parts.map { $0 + "/" }.joined()
    }
    folders[Self.module(name), default: []].append(path)
  }

  /// What the module of a target is called: what no identifier has becomes `_`.
  static func module(_ target: String) -> String {
    let name = target.map { $0.isLetter || $0.isNumber || $0 == "_" ? $0 : "_" }
    return name.first?.isNumber == true ? "_" + String(name.dropFirst()) : String(name)
  }
}
