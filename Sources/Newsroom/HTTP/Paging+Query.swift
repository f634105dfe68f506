import Hummingbird

extension Paging {
  /// Reads `?page=2&per=20`.
  init(query: Parameters) throws(NewsroomError) {
    try self.init(
      page: query.number("page", in: Self.pages) ?? 1,
      per: query.number("per", in: Self.sizes) ?? 100
    )
  }
}

extension Parameters {
  fileprivate func number(
    _ name: Substring,
    in range: ClosedRange<Int>
  ) throws(NewsroomError) -> Int? {
    guard let text = self[name] else { return nil }
    guard let number = Int(text) else { throw .outOfRange(String(name), range) }
    return number
  }
}
