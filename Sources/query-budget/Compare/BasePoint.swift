import ArgumentParser

/// Which commit a base stands for.
struct BasePoint: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: ArgumentHelp(
      "Compare with the last commit that both have in common, as a pull request shows it; or with "
        + "the tip of the base."))
  var mergeBase = true
}
