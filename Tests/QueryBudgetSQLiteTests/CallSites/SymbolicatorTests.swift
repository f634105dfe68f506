import Foundation
import QueryBudget
import Testing

@testable import QueryBudgetSQLite

/// Each way to a line is enough alone, and without any the answer says what is left.
@Suite("Symbolication")
struct SymbolicatorTests {
  private let stacks: Set<StackTrace>
  private let lines: SourceLines

  init() throws {
    lines = try SourceLines()
    let database = try RecordingDatabase(.inMemory)
    let recorded = database.recorder.recordResult(keeping: .stacks) {
      try database.execute("SELECT 'here'")
    }
    stacks = Set(recorded.recording.statements.compactMap(\.stack))
  }

  private func sources(
    many: @escaping @Sendable (Set<CodeLocation>) -> [CodeLocation: [SourceFrame]] = { _ in [:] },
    one: @escaping @Sendable (UInt) -> [SourceFrame] = { _ in [] }
  ) -> StackReader.Sources {
    StackReader.Sources(many: many, one: one)
  }

  private func answers(_ sources: StackReader.Sources) -> [CallSiteAnswer] {
    Array(Symbolicator(StackReader(sources)).answers(for: stacks).values)
  }

  private func expectHere(_ answers: [CallSiteAnswer]) {
    #expect(answers.count == 1)
    #expect(answers.first?.site?.path == #filePath)
    #expect(answers.first?.site?.line == lines.number(of: "\"SELECT 'here'\""))
    #expect(answers.first?.site?.function == "SymbolicatorTests.init()")
  }

  #if os(Linux)
    @Test("the tool alone")
    func tool() {
      expectHere(answers(sources(many: { SymbolizerTool.frames(at: $0) })))
    }

    @Test("a tool that is none, that fails or that isn't there answers nothing")
    func noTool() {
      let places = Set(stacks.flatMap(\.addresses).compactMap(CodeLocation.init(returnAddress:)))
      for tool in ["/bin/false", "/bin/echo", "/nonexistent", nil] {
        #expect(SymbolizerTool.frames(at: places, tool: tool).isEmpty)
      }
    }
  #endif

  #if canImport(Runtime)
    @Test("the runtime alone: its backtrace can still be decoded from addresses")
    @available(macOS 26.0, *)
    func runtime() {
      expectHere(answers(sources(one: { RuntimeSymbols.frames(atReturnAddress: $0) })))
    }

    @Test("the form of a backtrace: the width, each address in eight bytes, the end")
    @available(macOS 26.0, *)
    func form() {
      #expect(RuntimeSymbols.code([]) == "AgA")
      let bytes = Data(base64Encoded: RuntimeSymbols.code([0x0102_0304]) + "==")
      #expect(bytes.map(Array.init) == [0x02, 0x2f, 0, 0, 0, 0, 1, 2, 3, 4, 0])
    }
  #endif

  @Test("neither: what the loader knows")
  func nothing() throws {
    let site = try #require(answers(sources()).first?.site)
    #expect(site.line == nil && site.path == nil)
    guard case .code(let image, let offset) = site.place else {
      Issue.record("\(site) has a line from nowhere")
      return
    }
    #expect(offset > 0)
    #expect(FileManager.default.fileExists(atPath: image))
  }

  #if os(Linux)
    @Test("a return address stands for the call before it")
    func returnAddress() throws {
      let start = UInt(bitPattern: try #require(dlsym(nil, "sqlite3_exec")))
      #expect(CodeLocation(returnAddress: start + 1)?.symbol == "sqlite3_exec")
      #expect(CodeLocation(returnAddress: start)?.symbol != "sqlite3_exec")
    }
  #endif

  @Test("each address is asked for once")
  func once() {
    let asked = Locked<[UInt]>([])
    let symbolicator = Symbolicator(
      StackReader(
        sources(one: { address in
          asked.withLock { $0.append(address) }
          return []
        })))
    let first = symbolicator.answers(for: stacks)
    let count = asked.withLock(\.count)
    #expect(count > 0)
    #expect(symbolicator.answers(for: stacks) == first)
    let shifted = stacks.map { StackTrace(addresses: $0.addresses.reversed()) }
    _ = symbolicator.answers(for: shifted)
    #expect(asked.withLock { Set($0).count == $0.count && $0.count == count })
  }

  @Test("frames are asked for from the inside out, and no further than the first of the user's")
  func noFurther() {
    let asked = Locked<[UInt]>([])
    let user = SourceFrame(symbol: "$s4Shop1fyyF", path: "/home/me/shop.swift", line: 7)
    let sources = sources(one: { address in
      asked.withLock {
        $0.append(address)
        return $0.count == 2 ? [user] : []
      }
    })
    #expect(
      answers(sources) == [
        .site(CallSite(.line(path: "/home/me/shop.swift", number: 7), function: "f()"))
      ])
    #expect(asked.withLock { Array($0) == Array(stacks.first?.addresses.prefix(2) ?? []) })
  }

  @Test("a stack without a line of the user's says who ran the statement")
  func notTheUsers() {
    let library = SourceFrame(
      symbol: "$s4GRDB8DatabaseC6commityyKF", path: "/a/.build/checkouts/G/D.swift", line: 7)
    let answer = answers(sources(one: { _ in [library] })).first
    #expect(answer?.site == nil)
    #expect(answer?.description.hasPrefix("GRDB ran it where no line of yours is") == true)
  }

  @Test("an empty stack, and addresses of nothing")
  func empty() {
    let symbolicator = Symbolicator()
    #expect(symbolicator.answer(for: StackTrace(addresses: [])).site == nil)
    #expect(symbolicator.answer(for: StackTrace(addresses: [0, 1, .max])).site == nil)
    #expect(symbolicator.answers(for: []).isEmpty)
  }
}
