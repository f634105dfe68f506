/// A line that GitHub shows beside the code of a pull request, when a workflow prints it.
///
/// <https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands>
struct GitHubAnnotation {
  enum Level: String {
    case error
    case warning
    case notice
  }

  let level: Level

  /// A path from the root of the repository; without one the annotation belongs to the whole run.
  var file: String?

  /// Counted from 1; it means nothing without a file.
  var line: Int?

  var title: String?

  /// May have several lines.
  let message: String

  /// The line to print, in which no text of the user can end it or begin another.
  var text: String {
    let place = file.map { [("file", $0)] + (line.map { [("line", "\($0)")] } ?? []) } ?? []
    let properties = place + (title.map { [("title", $0)] } ?? [])
    let list = properties.map { "\($0)=\(Self.escaped($1, inProperty: true))" }
      .joined(separator: ",")
    return "::\(level.rawValue)\(list.isEmpty ? "" : " " + list)::\(Self.escaped(message))"
  }

  /// By scalars: a CR and an LF together are one character.
  private static func escaped(_ text: String, inProperty isProperty: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped += "%25"
      case "\r": escaped += "%0D"
      case "\n": escaped += "%0A"
      case ":" where isProperty: escaped += "%3A"
      case "," where isProperty: escaped += "%2C"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
