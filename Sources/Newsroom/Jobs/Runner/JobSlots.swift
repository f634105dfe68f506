/// How many more jobs a runner may start.
actor JobSlots {
  private var free: Int

  init(_ count: Int) { free = count }

  func take() -> Bool {
    guard free > 0 else { return false }
    free -= 1
    return true
  }

  func put() { free += 1 }
}
