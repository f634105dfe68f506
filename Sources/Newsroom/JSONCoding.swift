import Foundation

extension JSONEncoder {
  /// Dates in ISO 8601, keys in order, so that the same answer is the same text.
  static var newsroom: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.dateEncodingStrategy = .iso8601
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }
}

extension JSONDecoder {
  /// Dates in ISO 8601; one that can't be read is reported with its field's name.
  static var newsroom: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      guard let date = try? Date(text, strategy: .iso8601) else {
        let expected = "a date in ISO 8601, such as 2026-03-01T10:00:00Z"
        throw DecodingError.dataCorruptedError(in: container, debugDescription: expected)
      }
      return date
    }
    return decoder
  }
}
