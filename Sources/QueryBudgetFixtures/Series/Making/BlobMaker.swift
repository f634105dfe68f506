/// Makes series of bytes.
struct BlobMaker {
  let request: SeriesRequest

  /// Bytes that look random, 16 where nothing says how many.
  func series() -> ValueSeries? {
    let length: Int
    let usual =
      switch request.meaning {
      case .digest: 32
      case .ipAddress: 4
      default: 16
      }
    switch (request.domain.lengths, request.keepsType ? request.type.lengths : nil) {
    case (let given?, let typed?):
      guard given.overlaps(typed) else { return nil }
      length = min(
        max(usual, given.lowerBound, typed.lowerBound), given.upperBound, typed.upperBound)
    case (let only?, nil), (nil, let only?):
      length = min(max(usual, only.lowerBound), only.upperBound)
    case (nil, nil): length = usual
    }
    return .blob(length: length, seed: request.seed.part(0))
  }
}
