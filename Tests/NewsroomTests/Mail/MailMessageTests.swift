import Foundation
import Newsroom
import Testing

@Suite("Messages")
struct MailMessageTests {
  /// Everything that would end a line of the head, as mail servers see it.
  static let lineEnds = ["\n", "\r", "\r\n", "\u{0}", "\u{B}", "\u{C}", "\u{85}", "\u{2028}"]

  @Test(arguments: lineEnds)
  func noPartCanBecomeALineOfTheHead(lineEnd: String) async throws {
    try await TemporaryFolder.run { folder in
      let spool = try MailSpool(folder: folder)
      let injected = "\(lineEnd)Bcc: everybody@example.com"
      let parts: [(String, WritableKeyPath<MailMessage, String>)] = [
        ("subject", \.subject), ("recipient", \.recipient), ("message ID", \.id),
      ]
      for (name, part) in parts {
        var message = MailSpoolTests.message
        message[keyPath: part] += injected
        let error = await #expect(throws: MailError.self) { try await spool.send(message) }
        #expect(error?.isFinal == true)
        #expect(error?.description.contains("its \(name) must be") == true)
      }
      #expect(throws: MailError.self) {
        try MailSpool(folder: folder, sender: "billing@newsroom.example" + injected)
      }
      #expect(try Spool(folder).new.isEmpty)
    }
  }

  @Test(
    arguments: [
      "", "mia", "mia@", "@example.com", "mia@example.com, max@example.com", "mia @example.com",
      "Mia <mia@example.com>", "mia@example.com\n", "mia@exämple.com", "mia@example..com",
      String(repeating: "m", count: 255) + "@example.com",
    ])
  func refusesWhatIsNotOneAddress(address: String) async throws {
    try await refuses { $0.recipient = address }
  }

  @Test(
    arguments: [
      "", "7", "a/b@example.com", "../a@example.com", ".a@example.com", "a@../b", "a b@example.com",
      String(repeating: "a", count: 200) + "@example.com",
    ])
  func refusesAMessageIDThatIsNoFileName(id: String) async throws {
    try await refuses { $0.id = id }
  }

  @Test(arguments: ["Rechnung für März", "=?utf-8?Q?odd?=", String(repeating: "ä€😀", count: 30)])
  func subjectsArriveAsTheyWereWritten(subject: String) async throws {
    try await TemporaryFolder.run { folder in
      var message = MailSpoolTests.message
      message.subject = subject
      try await MailSpool(folder: folder).send(message)
      let text = try Spool(folder).text(of: message.id)
      let start = try #require(text.range(of: "Subject: ")).upperBound
      let end = try #require(text.range(of: "\r\nMIME-Version")).lowerBound
      let words = text[start..<end].components(separatedBy: "\r\n ")
      #expect(words.allSatisfy { $0.utf8.count <= 75 && $0.utf8.allSatisfy { $0 < 128 } })
      let decoded = words.map { word in
        Data(base64Encoded: String(word.dropFirst("=?utf-8?B?".count).dropLast(2)))
      }
      #expect(String(decoding: Data(decoded.compactMap { $0 }.joined()), as: UTF8.self) == subject)
    }
  }

  @Test func aTextOfManyLinesKeepsThem() async throws {
    try await TemporaryFolder.run { folder in
      var message = MailSpoolTests.message
      message.text = "a\r\nb\nc\n\nd"
      try await MailSpool(folder: folder).send(message)
      #expect(try Spool(folder).text(of: message.id).hasSuffix("\r\n\r\na\r\nb\r\nc\r\n\r\nd\r\n"))
    }
  }

  private func refuses(_ change: (inout MailMessage) -> Void) async throws {
    var changed = MailSpoolTests.message
    change(&changed)
    let message = changed
    try await TemporaryFolder.run { folder in
      let spool = try MailSpool(folder: folder)
      await #expect(throws: MailError.self) { try await spool.send(message) }
      let files = try Spool(folder)
      #expect(files.new.isEmpty && files.tmp.isEmpty)
    }
  }
}
