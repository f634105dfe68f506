import Foundation

/// The lines of a JSON document on which its values stand, and where it stops being JSON.
///
/// Foundation decodes what baselines hold but names no lines; this is asked only when something is
/// wrong with a file.
struct JSONOutline {
  /// What a value is.
  enum Kind: String {
    case object = "an object"
    case list = "a list"
    case text = "a text"
    case number = "a number"
    case boolean = "true or false"
    case null = "null"
  }

  /// One value of the document.
  struct Value {
    let path: JSONPath
    let kind: Kind
    let line: Int

    /// A number as it is written.
    var number: String?
  }

  /// A place where the document breaks the grammar of JSON.
  struct Problem: Error, Hashable {
    let line: Int
    let text: String
  }

  /// The values in their order; of a key that stands twice, both.
  private(set) var values: [Value] = []

  /// The first place that is no JSON.
  private(set) var problem: Problem?

  /// Reads a document as far as it is one.
  init(of json: Data) {
    var reader = JSONReader(json)
    do {
      try reader.readDocument()
    } catch {
      problem = error
    }
    values = reader.values
  }

  /// The line of a value, or of the nearest one around it.
  func line(of path: JSONPath) -> Int? {
    var path = path
    while true {
      if let value = values.first(where: { $0.path == path }) { return value.line }
      if path.steps.popLast() == nil { return nil }
    }
  }

  /// The first value with the path of an earlier one.
  var duplicate: Value? {
    var seen: Set<JSONPath> = []
    return values.first { !seen.insert($0.path).inserted }
  }
}
