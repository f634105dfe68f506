import Foundation
import Newsroom
import Testing

@Suite("The mail spool")
struct MailSpoolTests {
  static let message = MailMessage(
    id: "invoice.1.7@newsroom.example", recipient: "mia@example.com", subject: "Invoice 7",
    text: "Dear Mia,\n\n9.00 EUR")

  @Test func writesAMessageAsAFileNamedByItsID() async throws {
    try await TemporaryFolder.run { folder in
      let clock = TestClock()
      let spool = try MailSpool(folder: folder.appending(path: "mail"), now: { clock.now })
      try await spool.send(Self.message)
      let files = try Spool(folder.appending(path: "mail"))
      #expect(files.new == ["invoice.1.7@newsroom.example"])
      #expect(files.tmp.isEmpty)
      let lines = [
        "Message-ID: <invoice.1.7@newsroom.example>", "Date: Thu, 01 Jan 2026 00:00:00 +0000",
        "From: billing@newsroom.example", "To: mia@example.com", "Subject: Invoice 7",
        "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit", "", "Dear Mia,", "", "9.00 EUR", "",
      ]
      let text = try files.text(of: "invoice.1.7@newsroom.example")
      #expect(text == lines.joined(separator: "\r\n"))
    }
  }

  @Test func sendingTwiceLeavesTheFirst() async throws {
    try await TemporaryFolder.run { folder in
      let spool = try MailSpool(folder: folder)
      try await spool.send(Self.message)
      let files = try Spool(folder)
      let first = try files.text(of: Self.message.id)
      var other = Self.message
      other.text = "Something else."
      try await spool.send(other)
      #expect(try Spool(folder).new == [Self.message.id])
      #expect(try files.text(of: Self.message.id) == first)
      #expect(try Spool(folder).tmp.isEmpty)
    }
  }

  @Test func whatTheMailServerTookIsNotSentAgain() async throws {
    try await TemporaryFolder.run { folder in
      let spool = try MailSpool(folder: folder)
      try await spool.send(Self.message)
      try FileManager.default.moveItem(
        at: folder.appending(path: "new/\(Self.message.id)"),
        to: folder.appending(path: "cur/\(Self.message.id)"))
      try await spool.send(Self.message)
      #expect(try Spool(folder).new.isEmpty)
    }
  }

  @Test func parallelSendersLeaveOneWholeMessage() async throws {
    try await TemporaryFolder.run { folder in
      let spool = try MailSpool(folder: folder)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 1...20 { group.addTask { try await spool.send(Self.message) } }
        try await group.waitForAll()
      }
      let files = try Spool(folder)
      #expect(files.new == [Self.message.id])
      #expect(files.tmp.isEmpty)
      #expect(try files.text(of: Self.message.id).hasSuffix("9.00 EUR\r\n"))
    }
  }

  @Test func saysWhichFolderCannotBeWritten() async throws {
    try await TemporaryFolder.run { folder in
      let spool = try MailSpool(folder: folder)
      try FileManager.default.removeItem(at: folder.appending(path: "tmp"))
      let error = await #expect(throws: MailError.self) { try await spool.send(Self.message) }
      let path = folder.path(percentEncoded: false)
      #expect(error == .unwritable(path, reason: "No such file or directory"))
      #expect(error?.isFinal == false)

      let file = folder.appending(path: "file")
      try Data().write(to: file)
      #expect(throws: MailError.self) { try MailSpool(folder: file) }
    }
  }
}

/// What is in a spool.
struct Spool {
  let folder: URL
  let new: [String]
  let tmp: [String]

  init(_ folder: URL) throws {
    func names(_ name: String) throws -> [String] {
      let path = folder.appending(path: name).path(percentEncoded: false)
      return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    }
    self.folder = folder
    new = try names("new")
    tmp = try names("tmp")
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: "new/\(name)")), as: UTF8.self)
  }
}
