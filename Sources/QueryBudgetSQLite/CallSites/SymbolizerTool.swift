import CStatementTrace
import Foundation

#if os(Linux)
  /// Asks the toolchain's `llvm-symbolizer`, which reads an executable once for all addresses.
  ///
  /// <https://llvm.org/docs/CommandGuide/llvm-symbolizer.html>
  enum SymbolizerTool {
    /// The functions at each place, the innermost first; without those that it can't tell.
    static func frames(
      at places: Set<CodeLocation>,
      tool: String? = Toolchain.tool("llvm-symbolizer")
    ) -> [CodeLocation: [SourceFrame]] {
      guard let tool else { return [:] }
      return Dictionary(grouping: places, by: \.image).reduce(into: [:]) { found, image in
        // As arguments, of which a call takes so many.
        for start in stride(from: 0, to: image.value.count, by: 2000) {
          let batch = Array(image.value[start..<min(start + 2000, image.value.count)])
          for (place, answer) in zip(batch, ask(tool, of: image.key, at: batch)) {
            let frames = answer.Symbol.map {
              SourceFrame(symbol: $0.FunctionName, path: $0.FileName, line: $0.Line)
            }
            if frames.contains(where: { !$0.path.isEmpty }) { found[place] = frames }
          }
        }
      }
    }

    // As the tool spells it.
    private struct Answer: Decodable {
      struct Function: Decodable {
        let FunctionName: String
        let FileName: String
        let Line: Int
      }
      let Address: String
      let Symbol: [Function]
    }

    /// One answer for each place, or none at all.
    private static func ask(
      _ tool: String, of image: String, at places: [CodeLocation]
    ) -> [Answer] {
      let data = output(
        of: [tool, "--obj=\(image)", "--output-style=JSON", "--inlines", "--no-demangle"]
          + places.map { "0x" + String($0.offset, radix: 16) })
      let answers = try? JSONDecoder().decode([Answer].self, from: data)
      return answers.flatMap { $0.count == places.count ? $0 : nil } ?? []
    }

    /// What a command prints; nothing when it can't be started.
    private static func output(of command: [String]) -> Data {
      var arguments = command.map { strdup($0) } + [nil]
      defer { arguments.forEach { free($0) } }
      var process: Int32 = 0
      let descriptor = qb_tool_start(&arguments, &process)
      guard descriptor >= 0 else { return Data() }
      defer { qb_tool_wait(process) }
      let output = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
      return (try? output.readToEnd()) ?? Data()
    }
  }
#endif
