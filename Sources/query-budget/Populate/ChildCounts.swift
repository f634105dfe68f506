import QueryBudget
import QueryBudgetFixtures

/// Rows of other tables for each row: what `--children` says.
struct ChildCounts {
  private struct Entry {
    let word: String
    let path: [String]
    let count: Int

    /// The same whatever the case.
    var key: [String] { path.map(CaseFolding.folded) }
  }

  private var entries: [Entry] = []

  /// `largest` is how many rows the longest list of parents has.
  init(_ words: [String], largest: Int) throws {
    for text in words {
      let word = "--children \(text)"
      guard let (name, count) = RowCount.split(text), !name.isEmpty else {
        throw Trouble("\(word): write TABLE=COUNT, or PARENT/TABLE=COUNT for children of children.")
      }
      let path = name.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      let entry = Entry(word: word, path: path, count: try RowCount.parse(count, in: word))
      guard !entries.contains(where: { $0.key == entry.key }) else {
        throw Trouble("\(word): the rows of \(name) are given twice: leave one of them out.")
      }
      entries.append(entry)
    }
    for entry in entries { try check(entry, largest: largest) }
  }

  /// Each step of a path has a count of its own, and together they are not too many.
  private func check(_ entry: Entry, largest: Int) throws {
    var rows = largest
    for length in 1...entry.key.count {
      let step = Array(entry.key.prefix(length))
      guard let parent = entries.first(where: { $0.key == step }) else {
        let missing = entry.path.prefix(length).joined(separator: "/")
        throw Trouble(
          "\(entry.word): nothing says how many rows of \(missing) there are: add "
            + "--children \(missing)=COUNT.")
      }
      // Neither is above ten millions: the product is an Int.
      rows *= parent.count
      guard rows <= RowCount.limit else {
        throw Trouble(
          "\(parent.word): that would be \(rows) rows of \(parent.path.last ?? ""), and "
            + "\(RowCount.limit) is the most: ask for fewer.")
      }
    }
  }

  /// The same as the fixtures take it.
  var children: Children { children(below: []) }

  private func children(below path: [String]) -> Children {
    let next = entries.filter { $0.key.count == path.count + 1 && $0.key.starts(with: path) }
    return Children(
      next.map { entry in
        (entry.path.last ?? "", .rows(entry.count, children: children(below: entry.key)))
      })
  }
}
