import Foundation
import Testing

/// A real browser without a window.
struct Browser {
  /// The page as it is after its script has run.
  let html: String

  /// Where a browser is installed; none where there is none.
  static let executable: String? = {
    let environment = ProcessInfo.processInfo.environment
    if let named = environment["CHROME"], !named.isEmpty { return named }
    let folders = (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let applications = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"]
    return (folders.flatMap { folder in names.map { folder + "/" + $0 } } + applications)
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// In CI nobody would notice that the page is tested no more.
  static var isThereOrRequired: Bool {
    let ci = ProcessInfo.processInfo.environment["CI"]?.lowercased() ?? ""
    return executable != nil || !["", "0", "false"].contains(ci)
  }

  static let reasonToSkip: Comment = "no Chromium is installed: name one by CHROME."

  /// Opens a file; `hash` is what stands behind its path.
  init(_ path: String, hash: String = "", width: Int = 1200) throws {
    let executable = try #require(Self.executable, "install chromium, or name one by CHROME")
    let profile = FileManager.default.temporaryDirectory
      .appendingPathComponent("query-budget-browser-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: profile) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: executable)
    process.arguments = [
      "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
      "--disable-background-networking", "--disable-component-update", "--disable-sync",
      "--user-data-dir=\(profile.path)", "--window-size=\(width),900",
      "--virtual-time-budget=5000", "--timeout=60000", "--dump-dom",
      URL(fileURLWithPath: path).absoluteString + hash,
    ]
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    html = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try #require(html.hasSuffix("</html>\n"), "the browser showed \(html.suffix(200))")
  }

  var title: String? { html.firstMatch(of: /<title>(.*?)<\/title>/).map { String($0.1) } }

  /// What the page says it shows.
  var shown: String? {
    html.firstMatch(of: /<output id="shown"[^>]*>(.*?)<\/output>/).map { String($0.1) }
  }

  /// The paths of the measurements that are shown, in their order.
  var paths: [String] { measurements.filter { !$0.tag.contains(" hidden=") }.map(\.path) }

  /// The paths of the measurements that are open.
  var open: [String] { measurements.filter { $0.tag.contains(" open=") }.map(\.path) }

  private var measurements: [(path: String, tag: Substring)] {
    html.matches(of: /<details class="m"[^>]*? id="([^"]*)"[^>]*>/).map { (String($0.1), $0.0) }
  }
}
