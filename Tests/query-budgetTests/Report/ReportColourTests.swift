import Foundation
import Testing

@testable import query_budget

@Suite struct ReportColourTests {
  private static let schemes = [
    "light": ReportColours.light, "dark": ReportColours.dark,
  ].mapValues { Dictionary($0.map { ($0.key, $0.value) }) { first, _ in first } }

  @Test("Text is read easily on its ground, in light and in dark", arguments: ["light", "dark"])
  func text(scheme: String) throws {
    for pair in ReportColours.textPairs {
      let contrast = try contrast(pair, scheme)
      #expect(contrast >= 4.5, "\(pair.text) on \(pair.ground) has \(contrast)")
    }
  }

  @Test("What is drawn is seen on its ground, in light and in dark", arguments: ["light", "dark"])
  func drawn(scheme: String) throws {
    for pair in ReportColours.drawnPairs {
      let contrast = try contrast(pair, scheme)
      #expect(contrast >= 3, "\(pair.text) on \(pair.ground) has \(contrast)")
    }
  }

  @Test("Every colour of the style is defined in both, and none is written beside them")
  func complete() throws {
    let used = Set(
      ReportStyle.text.matches(of: /var\(--([a-z0-9-]+)\)/).map { String($0.1) })
    for scheme in Self.schemes { #expect(used.isSubset(of: scheme.value.keys), "\(scheme.key)") }
    #expect(Set(Self.schemes["light", default: [:]].keys).isSubset(of: used))
    #expect(Self.schemes["light"]?.keys.sorted() == Self.schemes["dark"]?.keys.sorted())
  }

  /// <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
  private func contrast(_ pair: (text: String, ground: String), _ scheme: String) throws -> Double {
    let colours = try #require(Self.schemes[scheme])
    let lights = try [pair.text, pair.ground].map { name in
      try luminance(try #require(colours[name], "\(name)"))
    }.sorted()
    return (lights[1] + 0.05) / (lights[0] + 0.05)
  }

  private func luminance(_ colour: String) throws -> Double {
    let number = try #require(Int(colour.dropFirst(), radix: 16))
    let parts = [16, 8, 0].map { shift -> Double in
      let part = Double(number >> shift & 0xFF) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }
}
