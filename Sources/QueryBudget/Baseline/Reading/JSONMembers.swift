import Foundation

/// Counts the members of a JSON document's objects, which is all it takes to see whether a baseline
/// holds a key that decoding has passed over: an unknown one, or the second of a name.
enum JSONMembers {
  /// How many there are in a document that Foundation could decode; nil for one that it should not
  /// have, since it also takes other encodings than UTF-8, and a comma at the end of a list.
  static func count(in json: Data) -> Int? {
    json.withUnsafeBytes { bytes in
      guard let first = bytes.first, first < 0x80 else { return nil }
      var count = 0
      var isText = false
      var afterComma = false
      var place = 0
      while place < bytes.count {
        let byte = bytes[place]
        place += 1
        switch byte {
        case UInt8(ascii: "\\"):
          place += 1
        case UInt8(ascii: "\""):
          isText.toggle()
          afterComma = false
        case _ where isText:
          break
        case UInt8(ascii: ":"):
          count += 1
        case UInt8(ascii: ","):
          afterComma = true
        case UInt8(ascii: "]"), UInt8(ascii: "}"):
          if afterComma { return nil }
        case 0x20, 0x09, 0x0A, 0x0D:
          break
        case 0:
          return nil
        default:
          afterComma = false
        }
      }
      return count
    }
  }
}
