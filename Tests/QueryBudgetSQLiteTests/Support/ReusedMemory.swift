import Foundation

/// Whether freed memory is given out again at once. A sanitizer holds it back, so that a test of
/// reused addresses meets none.
let freedMemoryIsReused: Bool = {
  let first = malloc(300)
  free(first)
  let second = malloc(300)
  defer { free(second) }
  return first == second
}()
