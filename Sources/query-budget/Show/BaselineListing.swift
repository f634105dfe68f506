/// Baselines as JSON, one a line, written as they are read.
struct BaselineListing {
  private let list: BaselineList

  init(_ list: BaselineList) {
    self.list = list
  }

  func print() throws {
    var sums = BaselineSums()
    Swift.print("{\n  \"baselines\" : [", terminator: "")
    let unreadable = try list.forEach(saysTrouble: true) { summary in
      let comma = sums.baselines == 0 ? "" : ","
      Swift.print("\(comma)\n    \(try JSONOutput.text(summary))", terminator: "")
      sums.add(summary)
    }
    Swift.print("\(sums.baselines == 0 ? "" : "\n  ")],")
    Swift.print("  \"sums\" : \(try JSONOutput.text(sums))\n}")
    if unreadable > 0 {
      throw Trouble(
        "\(unreadable) \(unreadable == 1 ? "file" : "files") can't be read: see query-budget check."
      )
    }
  }
}
