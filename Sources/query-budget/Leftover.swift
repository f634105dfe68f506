/// The temporary files of writers.
enum Leftover {
  /// Whether a file is one: `.list.json.4711.0.tmp`.
  static func isName(_ name: String) -> Bool { name.hasPrefix(".") && name.hasSuffix(".tmp") }
}
