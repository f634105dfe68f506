import ArgumentParser

/// How a diff is printed.
enum DiffFormat: String, ExpressibleByArgument, CaseIterable {
  case text

  /// A comment for a pull request.
  case markdown
  case json

  /// Annotations that a workflow of GitHub shows beside the tests.
  case github
}
