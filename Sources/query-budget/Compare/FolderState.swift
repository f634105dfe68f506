import Foundation
import QueryBudget

/// The baselines in a folder.
struct FolderState: BaselineState {
  let folder: BaselineFolder

  var name: String { folder.path }

  func contents(at path: String) -> BaselineContents {
    Self.contents(ofFile: folder.path + "/" + path)
  }

  func forEachPath(_ body: (String) throws -> Void) throws {
    try folder.forEachFile { if $0.hasSuffix(".json") { try body($0) } }
  }

  /// What lies at a path of the file system.
  static func contents(ofFile path: String) -> BaselineContents {
    if let bytes = FileBytes.read(path) { return .bytes(Data(bytes), place: path) }
    do {
      // It knows what to say of what is no file.
      return try BaselineFile(path: path).read().map { .baseline($0) } ?? .nothing
    } catch let error as BaselineError {
      return .broken(error)
    } catch {
      return .broken(BaselineError(path: path, problem: "it can't be read (\(error))."))
    }
  }
}
