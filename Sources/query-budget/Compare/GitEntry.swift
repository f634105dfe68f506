import Foundation

/// One path that differs, as git lists it with `--raw -z`.
///
/// <https://git-scm.com/docs/git-diff-index#_raw_output_format>
struct GitEntry {
  /// What is at the path on one side.
  struct Side {
    let mode: String

    /// The name of the blob; only zeros for what git has not looked into.
    let id: String

    var isNothing: Bool { mode == "000000" }
    var isFile: Bool { mode.hasPrefix("100") }
    var isKnown: Bool { id.contains { $0 != "0" } }
  }

  let old: Side
  let new: Side
  let isUnmerged: Bool

  /// From the top folder of the repository.
  let path: String

  /// Reads git's list.
  static func list(_ output: Data) throws -> [GitEntry] {
    let fields = output.split(separator: 0)
    return try stride(from: 0, to: fields.count, by: 2).map { index in
      let words = String(decoding: fields[index], as: UTF8.self).split(separator: " ")
      guard words.count == 5, words[0].hasPrefix(":"), index + 1 < fields.count else {
        throw Trouble("git lists what differs in another way than is known: update QueryBudget.")
      }
      return GitEntry(
        old: Side(mode: String(words[0].dropFirst()), id: String(words[2])),
        new: Side(mode: String(words[1]), id: String(words[3])),
        isUnmerged: words[4] == "U",
        path: String(decoding: fields[index + 1], as: UTF8.self))
    }
  }
}
