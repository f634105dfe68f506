import Foundation
import GRDB

/// A field that readers see on a row though other tables keep it, such as an article's tags.
///
/// It is logged with the row that it belongs to.
struct AuditDetail {
  let field: String
  let new: [String]
  let old: [String]

  init(_ field: String, new: [String] = [], old: [String] = []) {
    self.field = field
    self.new = new
    self.old = old
  }

  /// Whether the field differs.
  var isChange: Bool { new != old }

  func inserted() throws -> SQL { try "json_object('new', json(\(json(new))))" }
  func updated() throws -> SQL {
    try "json_object('new', json(\(json(new))), 'old', json(\(json(old))))"
  }
  func deleted() throws -> SQL { try "json_object('old', json(\(json(old))))" }

  private func json(_ values: [String]) throws -> String {
    String(decoding: try JSONEncoder().encode(values), as: UTF8.self)
  }
}
