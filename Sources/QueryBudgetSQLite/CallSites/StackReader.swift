import CStatementTrace
import QueryBudget

/// Reads stacks from the inside out, up to the first frame that is the user's.
struct StackReader {
  /// Ways to learn the functions at an address, those for many at once and those for one.
  struct Sources: Sendable {
    var many: @Sendable (Set<CodeLocation>) -> [CodeLocation: [SourceFrame]]
    var one: @Sendable (UInt) -> [SourceFrame]

    /// What this system offers.
    static let available = Sources(many: askTool, one: askRuntime)
  }

  static let noStack = "no stack was kept: the recorder was not asked for it, or can't see it here"

  private let sources: Sources
  private let owner: SourceOwner
  private var answers: [StackTrace: CallSiteAnswer] = [:]
  private var frames: [UInt: [SourceFrame]] = [:]

  init(_ sources: Sources = .available, owner: SourceOwner = .running) {
    self.sources = sources
    self.owner = owner
  }

  /// The user's innermost line in each stack.
  mutating func answers(for stacks: Set<StackTrace>) -> [StackTrace: CallSiteAnswer] {
    let new = stacks.subtracting(answers.keys)
    let places = places(in: new)
    let found = sources.many(Set(places.filter { frames[$0.key] == nil }.values))
    for (address, place) in places { frames[address] = frames[address] ?? found[place] }
    for stack in new { answers[stack] = read(stack, places) }
    return answers.filter { stacks.contains($0.key) }
  }

  /// Where the addresses are that may be the user's.
  private func places(in stacks: Set<StackTrace>) -> [UInt: CodeLocation] {
    var places: [UInt: CodeLocation] = [:]
    for address in Set(stacks.lazy.flatMap(\.addresses)) {
      guard let place = CodeLocation(returnAddress: address), !owner.isSystem(image: place.image)
      else { continue }
      places[address] = place
    }
    return places
  }

  private mutating func read(
    _ stack: StackTrace, _ places: [UInt: CodeLocation]
  ) -> CallSiteAnswer {
    guard !stack.addresses.isEmpty else { return .unknown(Self.noStack) }
    var hasLines = false
    var library: String?
    for address in stack.addresses where places[address] != nil {
      for frame in functions(at: address) {
        if owner.isUsers(frame) { return .site(Self.site(of: frame)) }
        hasLines = hasLines || frame.line > 0
        if !owner.isHarness(frame) { library = library ?? SwiftSymbol.module(of: frame.symbol) }
      }
    }
    if !hasLines, let site = siteWithoutLine(stack, places) { return .site(site) }
    return .unknown(Self.reason(library, depth: stack.addresses.count))
  }

  private mutating func functions(at address: UInt) -> [SourceFrame] {
    if let known = frames[address] { return known }
    let found = sources.one(address)
    frames[address] = found
    return found
  }

  private static func site(of frame: SourceFrame) -> CallSite {
    CallSite(
      .line(path: frame.path, number: frame.line),
      function: FunctionName.readable(mangled: frame.symbol))
  }

  /// What the loader knows when there is no debug information: names that are exported, or where in
  /// the image it is.
  private func siteWithoutLine(
    _ stack: StackTrace, _ places: [UInt: CodeLocation]
  ) -> CallSite? {
    // The innermost calls are our own, then SQLite's, unless it is a part of the program.
    let outside = stack.addresses.drop { places[$0] != nil }.compactMap { places[$0] }
    let candidates = outside.isEmpty ? stack.addresses.compactMap { places[$0] } : outside
    let named = candidates.first { SourceOwner.mayBeUsers(symbol: $0.symbol) }
    return (named ?? candidates.first).map { place in
      CallSite(
        .code(image: place.image, offset: place.offset),
        function: named?.symbol.flatMap(FunctionName.readable(mangled:)))
    }
  }

  private static func reason(_ library: String?, depth: Int) -> String {
    let who = library ?? "a library"
    return depth >= Int(QB_STACK_FRAMES)
      ? "\(who) ran it, in a stack deeper than the \(QB_STACK_FRAMES) calls that are kept"
      : "\(who) ran it where no line of yours is on the stack: on a queue of its own, or in an "
        + "async function that yours awaits"
  }
}

extension StackReader {
  private static func askTool(
    _ places: Set<CodeLocation>
  ) -> [CodeLocation: [SourceFrame]] {
    #if os(Linux)
      SymbolizerTool.frames(at: places)
    #else
      [:]
    #endif
  }

  private static func askRuntime(_ address: UInt) -> [SourceFrame] {
    #if canImport(Runtime)
      if #available(macOS 26.0, *) { return RuntimeSymbols.frames(atReturnAddress: address) }
    #endif
    return []
  }
}
