import Foundation

/// `t=1767225600,v1=5257…,v1=9c1f…`
struct WebhookSignatureHeader: Equatable {
  /// The time as it was sent, for it is signed so.
  let time: String
  /// The codes that are offered.
  let codes: [Data]

  /// The time in seconds since 1970.
  var seconds: TimeInterval { TimeInterval(time) ?? 0 }

  /// Reads the header; parts of other names are left alone, so that a `v2` can come.
  ///
  /// - Returns: `nil` for anything that a gateway would not send.
  init?(_ text: String) {
    guard text.utf8.count <= 1000 else { return nil }
    var times: [String] = []
    var codes: [Data] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let pair = part.trimmingCharacters(in: .whitespaces).split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      switch pair[0] {
      case "t":
        times.append(String(pair[1]))
      case "v1":
        guard let code = Data(hex: pair[1]), code.count == 32 else { return nil }
        codes.append(code)
      default:
        continue
      }
    }
    guard times.count == 1, times[0].wholeMatch(of: /[0-9]{1,12}/) != nil, !codes.isEmpty else {
      return nil
    }
    self.time = times[0]
    self.codes = codes
  }
}

extension Data {
  fileprivate init?(hex: Substring) {
    let digits = hex.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard digits.count == hex.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
    self.init(
      stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
  }
}
