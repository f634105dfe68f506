import Foundation

/// The one place that looks at a file's format and hands it to the reader of that format.
///
/// A format 2 is added so: `Baseline` becomes what format 2 holds, with `currentFormat` 2; what
/// format 1 held stays here, as a struct of its own that is `Decodable` and becomes a `Baseline`;
/// and the switch below gets a case. A file of format 1 is then read until it is recorded again.
enum BaselineFormat {
  /// A format that this version doesn't know.
  struct Unknown: Error, Hashable {
    let format: Int
  }

  /// Throws a `DecodingError`, or an `Unknown` before anything but the format is looked at.
  static func read(_ json: Data) throws -> Baseline {
    try JSONDecoder().decode(Document.self, from: json).baseline
  }

  /// Decodes the format and the rest in one pass.
  private struct Document: Decodable {
    let baseline: Baseline

    enum CodingKeys: CodingKey { case format }

    init(from decoder: any Decoder) throws {
      let format = try decoder.container(keyedBy: CodingKeys.self).decode(Int.self, forKey: .format)
      switch format {
      case 1: baseline = try Baseline(from: decoder)
      default: throw Unknown(format: format)
      }
    }
  }
}
