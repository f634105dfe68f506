/// SQLite's extended result codes for constraints, which C makes by macros that Swift can't see.
///
/// <https://www.sqlite.org/rescode.html#constraint_check>
enum ConstraintCode {
  static let check: Int32 = 275
  static let foreignKey: Int32 = 787
  static let notNull: Int32 = 1299
  static let primaryKey: Int32 = 1555
  static let trigger: Int32 = 1811
  static let unique: Int32 = 2067
  static let rowid: Int32 = 2579
  static let dataType: Int32 = 3091
}
