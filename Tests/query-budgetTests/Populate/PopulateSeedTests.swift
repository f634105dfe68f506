import Foundation
import Testing

@Suite struct PopulateSeedTests {
  @Test(
    "Two runs with one seed make the same file, byte by byte; another seed makes other rows",
    arguments: ["awkward_checks", "chinook", "employees", "hr", "northwind", "sakila", "world"])
  func sameSeed(_ name: String) throws {
    let workspace = try Workspace()
    let schema = try workspace.write(PopulateSchema.known(name))
    func make(_ name: String, seed: Int) throws {
      let answer = try PopulateAnswer([
        schema, "--rows", "25", "--seed", "\(seed)", "--output", workspace.path(name),
      ])
      #expect(answer.seed == seed)
      try workspace.expectSound(name)
    }
    try make("one.sqlite", seed: 7)
    try make("two.sqlite", seed: 7)
    try make("other.sqlite", seed: 8)
    // Compared outside of the macro, which would print a whole database.
    let isSame = try workspace.dump("one.sqlite") == workspace.dump("two.sqlite")
    let isSameFile = try workspace.bytes(of: "one.sqlite") == workspace.bytes(of: "two.sqlite")
    let isOther = try workspace.dump("one.sqlite") != workspace.dump("other.sqlite")
    #expect(isSame)
    #expect(isSameFile)
    #expect(isOther)
  }

  @Test("The same rows are added to a database in place and to a copy of it")
  func inPlaceAndCopy() throws {
    let workspace = try Workspace()
    try workspace.makeDatabase(PopulateSchema.articles)
    let (existing, copy) = (workspace.path("existing.sqlite"), workspace.path("copy.sqlite"))
    let words = ["--rows", "article=10", "--children", "comment=2", "--seed", "3"]
    _ = try PopulateAnswer([existing, "--output", copy] + words)
    _ = try PopulateAnswer([existing] + words)
    #expect(try workspace.dump("copy.sqlite") == workspace.dump("existing.sqlite"))
  }
}
