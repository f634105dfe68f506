import Foundation
import QueryBudget
import Testing

/// B8: what stands in the place of a baseline and is no file that can be read.
@Suite struct UnreadableBaselineTests {
  private func problem(_ path: String) -> String? {
    let error = #expect(throws: BaselineError.self) { try BaselineFile(path: path).read() }
    #expect(error?.path == path)
    return error?.problem
  }

  @Test("Nothing there is no error")
  func missing() throws {
    let folder = try TestFolder()
    #expect(try BaselineFile(path: folder["list.json"]).read() == nil)
    #expect(try BaselineFile(path: folder["a/b/c/list.json"]).read() == nil)
  }

  @Test("A folder, a FIFO without a writer and a socket are told from a file, without waiting")
  func special() throws {
    let folder = try TestFolder()
    try FileManager.default.createDirectory(
      atPath: folder["folder.json"], withIntermediateDirectories: true)
    #expect(mkfifo(folder["fifo.json"], 0o666) == 0)
    try makeSocket(at: folder["socket.json"])
    let advice = " stands where the baseline should be; move it away."
    #expect(problem(folder["folder.json"]) == "a folder" + advice)
    #expect(problem(folder["fifo.json"]) == "something that is no file" + advice)
    #expect(problem(folder["socket.json"]) == "something that is no file" + advice)
    for name in try folder.names() {
      let error = #expect(throws: BaselineError.self) {
        try BaselineFile(path: folder[name]).write(Baseline(of: SampleBaselines.constant))
      }
      #expect(error?.problem.hasSuffix(advice) == true)
    }
    #expect(try folder.names() == ["fifo.json", "folder.json", "socket.json"])
  }

  @Test("A link to a baseline is read; one that leads nowhere, or in a circle, is an error")
  func links() throws {
    let folder = try TestFolder()
    let manager = FileManager.default
    try folder.write(FormatOne.data, to: "real")
    try manager.createSymbolicLink(atPath: folder["good.json"], withDestinationPath: "real")
    try manager.createSymbolicLink(atPath: folder["gone.json"], withDestinationPath: "nowhere")
    try manager.createSymbolicLink(atPath: folder["round.json"], withDestinationPath: "round.json")
    try manager.createSymbolicLink(atPath: folder["folder"], withDestinationPath: "no folder")
    #expect(try BaselineFile(path: folder["good.json"]).read() != nil)
    #expect(
      problem(folder["gone.json"]) == "it can't be read, as the symbolic link "
        + "\(folder["gone.json"]) leads nowhere; mend the link or remove it.")
    #expect(
      problem(folder["folder/a/list.json"]) == "it can't be read, as the symbolic link "
        + "\(folder["folder"]) leads nowhere; mend the link or remove it.")
    #expect(
      problem(folder["round.json"]) == "it can't be read (Too many levels of symbolic links); mend "
        + "that, or the rights of the file and its folders.")
    let error = #expect(throws: BaselineError.self) {
      try BaselineFile(path: folder["good.json"]).write(Baseline(of: SampleBaselines.constant))
    }
    #expect(error?.problem.hasPrefix("a symbolic link stands where the baseline should be") == true)
    #expect(try folder.contents(of: "real") == FormatOne.data)
  }

  @Test("A path through a file is an error, and no missing baseline")
  func throughFile() throws {
    let folder = try TestFolder()
    try folder.write("", to: "AppTests")
    #expect(problem(folder["AppTests/list.json"])?.hasPrefix("it can't be read (Not a dir") == true)
    let mode = RecordMode.all
    let location = try folder.location("list()")
    #expect(throws: BaselineError.self) {
      try BaselineComparison(
        SampleBaselines.constant, at: location, mode: mode, accepting: "swift test")
    }
    #expect(try folder.contents(of: "AppTests").isEmpty)
  }

  @Test(
    "A file that may not be read is an error, and so is one in a folder that may not be entered")
  func rights() throws {
    let folder = try TestFolder()
    for name in ["list.json", "closed/list.json"] { try folder.write(FormatOne.data, to: name) }
    chmod(folder["list.json"], 0)
    chmod(folder["closed"], 0)
    defer { chmod(folder["closed"], 0o755) }
    for name in ["list.json", "closed/list.json", "closed/nothing.json"] {
      // Root may read everything, so it becomes somebody else first.
      let reader = try WriterProcess("read", folder[name], user: getuid() == 0 ? 65534 : nil)
      let (status, output) = reader.end()
      #expect(status == 1)
      #expect(
        output == folder[name] + ": it can't be read (Permission denied); mend that, or the rights "
          + "of the file and its folders.")
    }
  }

  @Test("A name too long for the file system is an error")
  func longName() throws {
    let folder = try TestFolder()
    let path = folder[String(repeating: "long", count: 80)]
    #expect(problem(path)?.hasPrefix("it can't be read (File name too long)") == true)
  }

  private func makeSocket(at path: String) throws {
    #if os(Linux)
      let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_UNIX, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let bytes = Array(path.utf8)
    try #require(bytes.count < MemoryLayout.size(ofValue: address.sun_path))
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size)
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, length) }
    }
    try #require(status == 0)
  }
}
