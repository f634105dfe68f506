import Testing

/// What the commands on baselines say of themselves.
@Suite struct BaselineHelpTests {
  private func expect(
    _ help: String, of command: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let tool = try Tool(command, "--help")
    #expect(tool.status == 0, sourceLocation: sourceLocation)
    #expect(tool.errors == "", sourceLocation: sourceLocation)
    #expect(tool.output == help + "\n", sourceLocation: sourceLocation)
  }

  @Test func show() throws {
    try expect(
      """
      OVERVIEW: List the baselines.

      For each its name, its queries, how many statements they are, the scales that
      it was measured at, and its file. Words leave those whose name or path has each
      of them, in capitals or not.

        query-budget show
        query-budget show articles
        query-budget show --format json

      USAGE: query-budget show [--baselines <folder>] [<words> ...] [--format <format>]

      ARGUMENTS:
        <words>                 Words that a baseline's name or path has.

      OPTIONS:
        --baselines <folder>    The folder of baselines; without it, Baselines in the
                                package of the working folder.
        --format <format>       How the baselines are printed. (values: text, json;
                                default: text)
        -h, --help              Show help information.

      """, of: "show")
  }

  @Test func check() throws {
    try expect(
      """
      OVERVIEW: Say whether every baseline is sound, current, and still has its test.

      Every file is one that can be read, is written as this version writes it, lies
      where a test looks for it, and belongs to a test in the sources; nothing in it
      grows with the rows that no test accepts; and nothing else lies in the folder.

      The status is 0 when nothing was found, 1 when something was, and 2 for
      trouble.

        query-budget check
        query-budget check --base origin/main
        query-budget check --results results

      USAGE: query-budget check [--baselines <folder>] [--package <folder>] [--base <revision>] \
      [--merge-base] [--no-merge-base] [--results <folder>] [--format <format>]

      OPTIONS:
        --baselines <folder>    The folder of baselines; without it, Baselines in the
                                package of the working folder.
        --package <folder>      The package of the tests; without it, the one that
                                the baselines lie in.
        --base <revision>       Growth that the baselines of this revision have
                                already is not reported.
        --merge-base/--no-merge-base
                                Compare with the last commit that both have in
                                common, as a pull request shows it; or with the tip
                                of the base. (default: --merge-base)
        --results <folder>      The folder that QUERY_BUDGET_RESULTS named: every
                                baseline must be what was measured, and every
                                measurement have its baseline.
        --format <format>       How findings are printed. (values: text, json,
                                github; default: text)
        -h, --help              Show help information.

      """, of: "check")
  }

  @Test func prune() throws {
    try expect(
      """
      OVERVIEW: List the baselines whose test is gone, and remove them.

      A baseline is stale when the sources of the tests have no such file, no such
      function in it, or no such part; what the sources don't say counts as there.
      What a writer left behind that was killed is stale as well. Nothing is removed
      without --delete.

      The status is 0 when nothing is stale or all of it was removed, 1 when
      something is, and 2 for trouble.

        query-budget prune
        query-budget prune --delete

      USAGE: query-budget prune [--baselines <folder>] [--package <folder>] [--results \
      <folder>] [--delete] [--format <format>]

      OPTIONS:
        --baselines <folder>    The folder of baselines; without it, Baselines in the
                                package of the working folder.
        --package <folder>      The package of the tests; without it, the one that
                                the baselines lie in.
        --results <folder>      The folder that QUERY_BUDGET_RESULTS named in a run
                                of all tests, with those of every shard: a baseline
                                that it did not measure is stale as well.
        --delete                Remove what is stale, and the folders that are left
                                empty.
        --format <format>       How the files are printed. (values: text, json;
                                default: text)
        -h, --help              Show help information.

      """, of: "prune")
  }
}
