/// Finds keywords by their letters, with one look for each word.
struct KeywordTable {
  /// The numbers of the keywords, by a hash of their first eight letters: 1 for the first one, 0
  /// where there is none.
  private let slots: UnsafePointer<UInt8>
  private let keywords: UnsafePointer<Keyword>
  private let multiplier: UInt64

  /// The one table. Shared by all threads: its memory is written before anybody sees it, and
  /// never again, nor freed.
  nonisolated(unsafe) static let shared = KeywordTable(KeywordTable.all())

  private static let slotBits: UInt64 = 11

  /// The one keyword that these letters can be. It is, if its ``Keyword/head`` is the same, and
  /// if it has less than eight letters: behind eight there may be more.
  @inline(__always)
  func candidate(_ head: UInt64) -> UnsafePointer<Keyword> {
    keywords + Int(slots[KeywordTable.slot(head, multiplier)])
  }

  /// The number of the keyword between two positions, or 0.
  func number(of start: SQLScan.Cursor, to end: SQLScan.Cursor) -> UInt8 {
    let length = end - start
    guard length > 0, length <= Keyword.longest else { return 0 }
    let head = Octet(at: start).prefix(min(length, 8)).withoutCase
    let tail = length > 8 ? Octet(at: start + 8).prefix(min(length - 8, 8)).withoutCase : 0
    var number = slots[KeywordTable.slot(head, multiplier)]
    // The three that begin with the same eight letters lie one behind the other.
    while number != 0, keywords[Int(number)].head == head {
      if keywords[Int(number)].tail == tail, keywords[Int(number)].length == length {
        // Only one is longer than what has been compared, and only by its last letter.
        let isWhole = length < Keyword.longest || end[-1] & 0xDF == Keyword.longestLastLetter
        return isWhole ? number : 0
      }
      number &+= 1
    }
    return 0
  }

  /// The keyword with that number. Number 0 is a word that does nothing.
  @inline(__always)
  subscript(number: UInt8) -> Keyword {
    keywords[Int(number)]
  }

  @inline(__always)
  private static func slot(_ head: UInt64, _ multiplier: UInt64) -> Int {
    Int(truncatingIfNeeded: (head &* multiplier) &>> (64 &- slotBits))
  }
}

extension KeywordTable {
  private init(_ all: [Keyword]) {
    // Every keyword has a slot to itself, so that one look is enough. This multiplier does it for
    // the list as it is. Should the list change, the next one that does it is found here.
    var multiplier: UInt64 = 0xAE6A_564A_1D19_E15B
    let slots = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << Int(KeywordTable.slotBits))
    while !KeywordTable.place(all, into: slots, multiplier) {
      multiplier = multiplier &* 0xD129_0B26_88C5_6A3D &+ 2
    }

    let keywords = UnsafeMutablePointer<Keyword>.allocate(capacity: all.count + 2)
    keywords.initialize(repeating: Keyword(""), count: all.count + 2)
    for (position, keyword) in all.enumerated() {
      (keywords + position + 1).initialize(to: keyword)
    }
    self.slots = UnsafePointer(slots)
    self.keywords = UnsafePointer(keywords)
    self.multiplier = multiplier
  }

  private static func place(
    _ all: [Keyword], into slots: UnsafeMutablePointer<UInt8>, _ multiplier: UInt64
  ) -> Bool {
    slots.update(repeating: 0, count: 1 << Int(slotBits))
    for (position, keyword) in all.enumerated() {
      if position > 0, all[position - 1].head == keyword.head { continue }
      let slot = slot(keyword.head, multiplier)
      if slots[slot] != 0 { return false }
      slots[slot] = UInt8(position + 1)
    }
    return true
  }

  /// All keywords with everything that ``KeywordList`` says about them.
  private static func all() -> [Keyword] {
    var words: [Substring] = []
    var keywords: [Substring: Keyword] = [:]
    func change(_ list: String, _ change: (inout Keyword) -> Void) {
      for word in list.split(separator: " ") {
        if keywords[word] == nil { words.append(word) }
        change(&keywords[word, default: Keyword(word)])
      }
    }

    change(KeywordList.reserved) { $0.roles.insert(.reserved) }
    change(KeywordList.bareNames) {
      $0.roles.insert(.bareName)
      $0.trait = $0.trait | .endsOperand
    }
    change(KeywordList.quotedNames) { _ in }
    change(KeywordList.wantOperand) { $0.trait = $0.trait | .wantsValue }
    change(KeywordList.endOperand) { $0.trait = $0.trait | .endsOperand }
    change(KeywordList.keepNull) { $0.trait = $0.trait.without(.takesNull) }
    change(KeywordList.nameString) { $0.trait = $0.trait | .namesString }
    change(KeywordList.endClause) { $0.clears = StatementFrame.clauses }
    change(KeywordList.endTerm) { $0.roles.insert(.endsTerm) }
    for (word, trait) in KeywordList.traits { change(word) { $0.trait = $0.trait | trait } }
    for (list, clears, enters) in KeywordList.frames {
      change(list) {
        $0.clears = clears
        $0.enters = enters
      }
    }
    for (list, action, after) in KeywordList.actions {
      change(list) {
        $0.action = action
        $0.carefulAfter = $0.carefulAfter | after
      }
    }
    for part in Keyword.Part.allCases {
      keywords[Substring(part.rawValue.uppercased())]?.part = part
    }
    // What begins with the same eight letters may be another word.
    for word in words where word.utf8.count >= 8 {
      keywords[word]?.carefulAfter = .any
    }
    return words.compactMap { keywords[$0] }
  }
}
