/// Names as SQL writes them.
package enum SQLName {
  /// The name in double quotes, whatever is in it.
  ///
  /// <https://www.sqlite.org/lang_keywords.html>
  package static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }
}
