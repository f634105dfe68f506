import QueryBudgetSQLite
import Testing

/// Names as `swift demangle` wrote them for compiled code.
@Suite("The readable name of a function")
struct FunctionNameTests {
  @Test(
    "members, without module, types and generic clauses",
    arguments: [
      (
        "Demo.Item.author(of: Swift.Int, _: Swift.String) async throws -> Swift.Array<Demo.Item>",
        "Item.author(of:_:)"
      ),
      ("Demo.Item.plain() -> ()", "Item.plain()"),
      ("Demo.Item.load(Swift.Int) throws -> Demo.Item", "Item.load(_:)"),
      ("Demo.Item.throwing() throws(Demo.MyError) -> Swift.Int", "Item.throwing()"),
      ("Demo.Item.mutate(inout Swift.Int) -> ()", "Item.mutate(_:)"),
      (
        "Demo.Item.tuple(_: (a: Swift.Int, b: Swift.String), variadic: Swift.Int...) -> ()",
        "Item.tuple(_:variadic:)"
      ),
      (
        """
        Demo.Item.callback(@Sendable (Swift.Int, inout Swift.Dictionary<Swift.String, Swift.Int>) \
        async throws -> (Swift.Int, Swift.String)) -> ()
        """, "Item.callback(_:)"
      ),
      (
        """
        Demo.Item.generic<A where A: Swift.Collection, A.Element: Swift.Equatable>(over: A, \
        by: (A.Element) throws -> Swift.Int) throws -> ()
        """, "Item.generic(over:by:)"
      ),
      ("Demo.Store.find<A>(_: A, as: A1.Type) -> Swift.Optional<A1>", "Store.find(_:as:)"),
      ("Demo.Store.Inner.go(to: Swift.Int) -> ()", "Store.Inner.go(to:)"),
      ("static Demo.Outer.Middle.deep(Swift.Int) -> ()", "Outer.Middle.deep(_:)"),
      ("Demo.free(_: Swift.Int, by: Swift.Int) -> ()", "free(_:by:)"),
      ("Demo.Item.`it works with spaces`() -> ()", "Item.`it works with spaces`()"),
    ])
  func members(demangled: String, name: String) {
    #expect(FunctionName.readable(demangled) == name)
  }

  @Test(
    "properties, subscripts, initializers and operators",
    arguments: [
      ("Demo.Item.title.getter : Swift.String", "Item.title"),
      ("Demo.Item.watched.didset : Swift.Int", "Item.watched"),
      ("Demo.Item.id.modify : Swift.Int with unmangled suffix \".resume.0\"", "Item.id"),
      ("closure #1 () -> Swift.Int in Demo.Item.slow.getter : Swift.Int", "Item.slow"),
      (
        """
        closure #1 () -> Swift.Int in variable initialization expression of static \
        Demo.Item.shared : Swift.Int
        """, "Item.shared"
      ),
      ("one-time initialization function for global", "global"),
      ("Demo.computed.getter : Swift.Int", "computed"),
      ("Demo.Item.subscript.getter : (key: Swift.String) -> Swift.Int", "Item.subscript"),
      ("static Demo.Item.subscript.getter : (Swift.Int) -> Swift.Int", "Item.subscript"),
      (
        "Demo.Item.init(id: Swift.Int, named: Swift.String) -> Demo.Item", "Item.init(id:named:)"
      ),
      ("Demo.Store.__allocating_init(x: Swift.Int) -> Demo.Store<A>", "Store.init(x:)"),
      ("Demo.Store.__deallocating_deinit", "Store.deinit"),
      ("static Demo.Item.== infix(Demo.Item, Demo.Item) -> Swift.Bool", "Item.==(_:_:)"),
      ("static Demo.Item.< infix(Demo.Item, Demo.Item) -> Swift.Bool", "Item.<(_:_:)"),
      ("static Demo.Item.- prefix(Demo.Item) -> Demo.Item", "Item.-(_:)"),
    ])
  func otherMembers(demangled: String, name: String) {
    #expect(FunctionName.readable(demangled) == name)
  }

  @Test(
    "what is inside a function is named by the function",
    arguments: [
      (
        "closure #1 (Swift.Int) throws -> Demo.Item in (extension in Demo):"
          + "Demo.Repo.loadAll(ids: Swift.Array<Swift.Int>) throws -> Swift.Array<Demo.Item>",
        "Repo.loadAll(ids:)"
      ),
      (
        "closure #1 @Sendable () async -> () in closure #1 @Sendable () async -> () in "
          + "Demo.Store.nested() async -> ()", "Store.nested()"
      ),
      (
        "closure #1 @Swift.MainActor () -> () in Demo.Item.onMain() async -> ()", "Item.onMain()"
      ),
      (
        "closure #1 () -> () in helper #1 (Swift.Int) -> () in Demo.Item.local() -> ()",
        "Item.local()"
      ),
      ("decode() -> () in Row #1 in Demo.Item.local() -> ()", "Item.local()"),
      (
        "closure #1 () -> Swift.Int in default argument 0 of Demo.Item.defaults(x: Swift.Int) -> ()",
        "Item.defaults(x:)"
      ),
    ])
  func nested(demangled: String, name: String) {
    #expect(FunctionName.readable(demangled) == name)
  }

  @Test(
    "what the compiler made of a function is named by the function",
    arguments: [
      (
        "(1) suspend resume partial function for Demo.Bank.pay(to: Swift.Int) async -> ()",
        "Bank.pay(to:)"
      ),
      (
        "(2) await resume partial function for closure #1 @Sendable () async -> () in "
          + "Demo.Store.nested() async -> ()", "Store.nested()"
      ),
      (
        "partial apply forwarder for closure #1 (Swift.Int) -> Demo.Item in "
          + "Demo.Item.author(of: Swift.Int, _: Swift.String) async throws -> Swift.Array<Demo.Item>",
        "Item.author(of:_:)"
      ),
      (
        "function signature specialization <Arg[0] = Owned To Guaranteed> of "
          + "Swift.Dictionary.init(dictionaryLiteral: (A, B)...) -> Swift.Dictionary<A, B>",
        "Dictionary.init(dictionaryLiteral:)"
      ),
      (
        "generic specialization <Demo.Item> of Swift.ContiguousArray._createNewBuffer("
          + "bufferIsUnique: Swift.Bool, minimumCapacity: Swift.Int) -> ()",
        "ContiguousArray._createNewBuffer(bufferIsUnique:minimumCapacity:)"
      ),
      (
        "protocol witness for Demo.Repo.load(Swift.Int) throws -> Demo.Item in conformance "
          + "Demo.Item : Demo.Repo in Demo", "Repo.load(_:)"
      ),
    ])
  func derived(demangled: String, name: String) {
    #expect(FunctionName.readable(demangled) == name)
  }

  @Test(
    "extensions and what is private to a file",
    arguments: [
      (
        "(extension in Demo):Swift.Array<A where A == Demo.Item>.all(of: Swift.Int) throws -> "
          + "Swift.Array<Swift.Int>", "Array.all(of:)"
      ),
      (
        "(extension in Demo):Swift.Dictionary< where A == Swift.String>.total.getter : Swift.Int",
        "Dictionary.total"
      ),
      ("(extension in Demo):Swift.Optional.orThrow() -> ()", "Optional.orThrow()"),
      (
        "Demo.Item.(secret in _F9CC045114878E12EDB029E8FAD6E652)(Swift.Int) -> ()",
        "Item.secret(_:)"
      ),
      (
        "Demo.Item.(Hidden in _F9CC045114878E12EDB029E8FAD6E652).f(x: Swift.Int) -> ()",
        "Item.Hidden.f(x:)"
      ),
      ("Demo.(freeSecret in _F9CC045114878E12EDB029E8FAD6E652)() -> ()", "freeSecret()"),
    ])
  func extensions(demangled: String, name: String) {
    #expect(FunctionName.readable(demangled) == name)
  }

  @Test(
    "names that are written without types, and with no module",
    arguments: [
      ("closure #1 in ScratchService.one(_:)", "ScratchService.one(_:)"),
      ("ScratchService.generic<A>(_:)", "ScratchService.generic(_:)"),
      ("partial apply for closure #1 in Array<A>.allBooks(_:)", "Array.allBooks(_:)"),
      ("helper #1 (_:) in closure #1 in ScratchService.later()", "ScratchService.later()"),
      ("ScratchService.total.getter", "ScratchService.total"),
      ("static FetchableRecord<>.fetchOne<A>(_:key:)", "FetchableRecord.fetchOne(_:key:)"),
      ("main", "main"),
    ])
  func simplified(demangled: String, name: String) {
    #expect(FunctionName.readable(demangled) == name)
  }

  @Test(
    "text that is no name comes back",
    arguments: ["", " ", "(", "<", ")", "in ", " in  in ", "->", "of of of", "((((", "a.b(", "`"])
  func anything(text: String) {
    #expect(text.isEmpty == FunctionName.readable(text).isEmpty)
  }
}
