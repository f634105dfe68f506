#if canImport(Runtime)
  import Foundation
  import Runtime

  /// Asks the Swift runtime, which can symbolicate what it captured itself: `Backtrace` can't be made
  /// of addresses, but it can be decoded, and its coded form is made here.
  ///
  /// It reads the debug information of an executable anew for each address.
  @available(macOS 26.0, *)
  enum RuntimeSymbols {
    /// The functions at a return address, the innermost first; empty when it can't tell.
    static func frames(atReturnAddress address: UInt) -> [SourceFrame] {
      guard let architecture, let backtrace = try? backtrace(of: [address], architecture) else {
        return []
      }
      let symbolicated = backtrace.symbolicated(options: [
        .showInlineFrames, .showSourceLocations, .useSymbolCache,
      ])
      return (symbolicated?.frames ?? []).compactMap { frame in
        frame.symbol.map {
          SourceFrame(
            symbol: $0.rawName, path: $0.sourceLocation?.path ?? "",
            line: $0.sourceLocation?.line ?? 0)
        }
      }
    }

    // As `Backtrace` codes itself.
    private struct Form: Codable {
      var backtrace: String
      var architecture: String
      var imageMap: ImageMap?
    }

    private static func backtrace(
      of addresses: [UInt], _ architecture: String
    ) throws -> Backtrace {
      let form = Form(
        backtrace: code(addresses), architecture: architecture, imageMap: ImageMap.capture())
      return try JSONDecoder().decode(Backtrace.self, from: JSONEncoder().encode(form))
    }

    /// The compact form of frames: how wide the addresses are, and for each that it is a return
    /// address, in eight bytes, written out.
    /// <https://github.com/swiftlang/swift/blob/main/docs/CompactBacktraceFormat.md>
    static func code(_ addresses: [UInt]) -> String {
      var bytes: [UInt8] = [0x02]
      for address in addresses {
        bytes.append(0x2f)
        withUnsafeBytes(of: UInt64(address).bigEndian) { bytes += $0 }
      }
      bytes.append(0)
      return Data(bytes).base64EncodedString().replacing("=", with: "")
    }

    /// What the runtime calls the processor; it says so in a backtrace of its own only.
    private static let architecture = try? Backtrace.capture(limit: 1).architecture
  }
#endif
