/// Names as SQL writes them.
package enum SQLName {
  /// The name in double quotes, whatever is in it.
  ///
  /// <https://www.sqlite.org/lang_keywords.html>
  package static func quoted(_ name: String) -> String {
    // Hardly any name has a quote in it, and to look for one costs less than to replace it.
    name.utf8.contains(UInt8(ascii: "\""))
      ? "\"" + name.replacing("\"", with: "\"\"") + "\"" : "\"\(name)\""
  }
}
