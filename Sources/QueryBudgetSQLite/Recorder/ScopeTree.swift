/// The recordings of one recorder that are open, and how they lie in one another.
struct ScopeTree {
  private struct Node {
    var parent: UInt32?
    var start: UInt64
    var isOpen: Bool
    var isDiscarded: Bool
  }

  /// Where the statements go that run from now on.
  struct Route: Equatable {
    var isRecording = false
    var asksTask = false
    var scope: UInt32 = 0
  }

  private var nodes: [UInt32: Node] = [:]
  private var last: UInt32 = 0

  /// Opens a scope inside `parent`. What runs in a discarded one belongs to no recording.
  mutating func open(in parent: UInt32?, at position: UInt64, discarded: Bool) -> UInt32 {
    last += 1
    nodes[last] = Node(parent: parent, start: position, isOpen: true, isDiscarded: discarded)
    return last
  }

  /// Closes a scope. It stays known while others are open that it could belong to.
  mutating func close(_ scope: UInt32) {
    nodes[scope]?.isOpen = false
  }

  /// Forgets everything when nothing is open.
  mutating func forgetIfIdle() {
    if isIdle { nodes = [:] }
  }

  var isIdle: Bool { !nodes.values.contains(where: \.isOpen) }

  func start(of scope: UInt32) -> UInt64 { nodes[scope]?.start ?? 0 }

  /// The position of the oldest statement that an open scope asks for.
  var oldestStart: UInt64? { nodes.values.lazy.filter(\.isOpen).map(\.start).min() }

  /// The lowest number of an open scope; lower ones never come back.
  var lowestOpen: UInt32 { nodes.lazy.filter(\.value.isOpen).map(\.key).min() ?? last + 1 }

  func isDiscarded(_ scope: UInt32) -> Bool { nodes[scope]?.isDiscarded ?? false }

  /// With one scope open everything goes there. With several the task is asked; what carries none
  /// goes to the innermost scope that all of them have in common. With none but discarded ones open
  /// nobody asks for what runs.
  var route: Route {
    let open = nodes.filter(\.value.isOpen)
    guard open.values.contains(where: { !$0.isDiscarded }) else { return Route() }
    guard open.count > 1 else { return Route(isRecording: true, scope: open.keys.first ?? 0) }
    let parents = Set(open.keys.flatMap { path(from: $0).dropFirst() })
    let leaves = open.keys.filter { !parents.contains($0) }
    let paths = leaves.map { path(from: $0) }
    let common = paths.first?.first { scope in
      nodes[scope]?.isOpen == true && paths.allSatisfy { $0.contains(scope) }
    }
    return Route(isRecording: true, asksTask: true, scope: common ?? 0)
  }

  /// Whether a statement of `scope` belongs to the recording `ancestor`.
  func belongs(_ scope: UInt32, to ancestor: UInt32) -> Bool {
    for node in path(from: scope) {
      if node == ancestor { return true }
      if nodes[node]?.isDiscarded == true { return false }
    }
    return false
  }

  /// Whether a guess at `scope` could as well have belonged to `recording`: to one further in, or to
  /// one around a scope that discards.
  func couldBelong(_ scope: UInt32, to recording: UInt32) -> Bool {
    guard scope != 0, scope != recording else { return scope == 0 }
    return path(from: recording).contains(scope)
      || nodes[scope]?.isDiscarded == true && path(from: scope).contains(recording)
  }

  /// The scope, its parent, and so on outwards.
  private func path(from scope: UInt32) -> [UInt32] {
    Array(sequence(first: scope) { nodes[$0]?.parent })
  }
}
