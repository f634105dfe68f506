import Foundation

extension MailMessage {
  /// Checks that no part of the message can become a line of the head by itself.
  func validate() throws(MailError) {
    guard id.count <= 200, id.wholeMatch(of: /[A-Za-z0-9][A-Za-z0-9._-]*@[A-Za-z0-9.-]+/) != nil
    else {
      throw .refused("message ID", expected: "letters, digits and .-_ around one @")
    }
    guard recipient.isAddress else {
      throw .refused("recipient", expected: "one address such as ada@newsroom.example")
    }
    guard subject.isOneLine, subject.count <= 200 else {
      throw .refused("subject", expected: "one line of at most 200 characters")
    }
  }

  /// The message as RFC 5322 has it.
  func encoded(from sender: String, at date: Date) -> Data {
    let head = [
      "Message-ID: <\(id)>",
      "Date: \(date.inMail)",
      "From: \(sender)",
      "To: \(recipient)",
      "Subject: \(subject.inHead)",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
      "Content-Transfer-Encoding: 8bit",
    ]
    let body = text.split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    return Data((head + [""] + body).map { $0 + "\r\n" }.joined().utf8)
  }
}

extension String {
  /// Whether it is one plain address, without a name, a list or a comment.
  var isAddress: Bool {
    utf8.count <= 254
      && wholeMatch(of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*/) != nil
  }

  /// Whether no control character or line separator is in it; by scalars, since a carriage return
  /// and what follows it can be one character.
  fileprivate var isOneLine: Bool {
    unicodeScalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: false
      default: true
      }
    }
  }

  /// As it stands in a head: what is not ASCII as encoded words of RFC 2047, at most 75 bytes each.
  fileprivate var inHead: String {
    guard !allSatisfy(\.isASCII) || contains("=?") else { return self }
    var words: [String] = [""]
    for character in self {
      if words[words.count - 1].utf8.count + character.utf8.count > 42 { words.append("") }
      words[words.count - 1].append(character)
    }
    return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }
      .joined(separator: "\r\n ")
  }
}

extension Date {
  /// As in `Thu, 26 Nov 2026 10:30:00 +0000`.
  fileprivate var inMail: String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(secondsFromGMT: 0)
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss Z"
    return formatter.string(from: self)
  }
}
