/// Where a value stands in a JSON document: `statements[2].sql`.
struct JSONPath: Hashable, Sendable, CustomStringConvertible {
  /// One step down.
  enum Step: Hashable, Sendable {
    case key(String)
    case place(Int)
  }

  /// The steps from the top.
  var steps: [Step] = []

  /// The path of a value within this one.
  func appending(_ step: Step) -> JSONPath { JSONPath(steps: steps + [step]) }

  /// The path of the value that has this key.
  subscript(key: String) -> JSONPath { appending(.key(key)) }

  /// The path of the value at this place of a list.
  subscript(place: Int) -> JSONPath { appending(.place(place)) }

  /// The path as a person writes it.
  var description: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key): text += text.isEmpty ? key : "." + key
      case .place(let place): text += "[\(place)]"
      }
    }
  }
}

extension JSONPath {
  /// The path of which a decoder speaks.
  init(_ path: [any CodingKey]) {
    steps = path.map { key in key.intValue.map { .place($0) } ?? .key(key.stringValue) }
  }
}
