/// The words that texts are made of. The lists that are used together have lengths without a common
/// factor, so that every pair comes up before the first does again.
enum WordLists {
  /// 31 given names.
  static let givenNames = list(
    """
    Ada Bruno Clara Dario Elin Felix Greta Hanno Ines Jonas Karla Leon Mira Nils Olga Pablo Quinn \
    Rosa Sami Tilda Uwe Vera Wanda Xenia Yara Zeno Alma Boris Celia Dora Emil
    """)

  /// 37 more, for a second name.
  static let secondNames = list(
    """
    Ann Ben Cleo Dan Eva Finn Gus Hal Ida Jan Kai Lea Max Nora Otto Pia Ray Sue Tom Una Val Wim \
    Zoe Abel Bea Cora Dee Eli Fay Gil Hope Ivy Joy Kit Lou May Ned
    """)

  /// 29 beginnings of family names, and 23 ends.
  static let familyStarts = list(
    """
    Acker Berg Birken Brand Dahl Eber Falk Fern Gold Graf Hal Hart Holm Jung Kalt Lind Mar Nord \
    Oster Rosen Sand Silber Stein Sund Thal Wald Wein West Winter
    """)
  static let familyEnds = list(
    """
    mann berg strom feld quist holt hagen by wick borg low sen hof bach rup gren dal ner skov vik \
    haus ton mark
    """)

  /// 31 beginnings of the names of places, and 23 ends.
  static let placeStarts = list(
    """
    Ash Birch Brook Cedar Clay Copper Crow Dun Elm Fair Glen Green Haw High Iron Kings Lake Maple \
    Mill North Oak Pine Red River Salt Silver South Stone Thorn West Wood
    """)
  static let placeEnds = list(
    """
    ford ton bury field haven port bridge wick dale mouth stead ham ley worth well by gate brook \
    hill side view burgh minster
    """)

  /// 29 words for what something is like, 31 for what it is; 37 in all for single words.
  static let adjectives = list(
    """
    quiet bright early broad calm clear deep distant even fresh gentle golden hidden late light \
    long narrow old open pale plain quick rough sharp slow soft steady warm wide
    """)
  static let nouns = list(
    """
    harbor garden river window lantern bridge forest meadow orchard signal compass island ladder \
    market mirror mountain needle ocean paper pocket railway shadow station summer table tower \
    valley village wagon winter workshop
    """)

  static let logins = givenNames.map { $0.lowercased() }
  static let things = nouns.map { $0.prefix(1).uppercased() + $0.dropFirst() }

  static let streets = ["Street", "Road", "Lane", "Avenue", "Square", "Way", "Court"]
  static let trades = ["Works", "Trading", "Partners", "Supply", "Studio", "Press", "Foods"]

  /// What a text says.
  static let sentences = [
    "The first draft went around the office twice", "Nobody had counted the boxes before",
    "It took longer than anyone had planned", "A short walk leads down to the water",
    "The figures were checked by two people", "Most of it can be read in one evening",
    "The old road is closed in winter", "Everything else stays as it was",
    "There is room for one more", "What was missing turned up on Monday",
    "The last train leaves before midnight", "A second look was worth it",
    "They agreed on the blue one",
  ]

  static let regions = list(
    "Northshire Southmark Eastland Westmoor Midvale Highfell Lowmarsh Riverland Lakeside Stonehill")
  static let countries = [
    "Norway", "Chile", "Kenya", "Japan", "Canada", "Portugal", "Vietnam", "Estonia", "Peru",
    "Ghana", "Austria", "Iceland", "Mexico", "Finland", "Nepal", "Uruguay", "Ireland",
  ]
  static let countryCodes = list("NO CL KE JP CA PT VN EE PE GH AT IS MX FI NP UY IE")
  static let longCountryCodes = list(
    "NOR CHL KEN JPN CAN PRT VNM EST PER GHA AUT ISL MEX FIN NPL URY IRL")
  static let currencies = list("EUR USD GBP JPY CHF SEK NOK CAD AUD NZD")
  static let languages = list("en de fr es it nl pt sv fi da")
  static let locales = list("en_US de_DE fr_FR es_ES it_IT nl_NL pt_PT sv_SE fi_FI da_DK")
  static let timeZones = list(
    "Europe/Berlin America/New_York Asia/Tokyo Africa/Nairobi Australia/Sydney America/Lima UTC")
  static let colors = list("red green blue yellow orange purple black white gray brown")
  static let mimeTypes = list("text/plain image/png application/pdf image/jpeg text/html audio/ogg")
  static let statuses = list("active pending inactive done")
  static let kinds = list("standard special basic other")
  static let priorities = list("normal high low")
  static let roles = list("member editor admin")
  static let genders = list("female male other")

  /// The last two digits of a number in base 16.
  static func hexadecimalPair(_ number: UInt64) -> String {
    let digits = String(number % 256, radix: 16)
    return digits.utf8.count < 2 ? "0" + digits : digits
  }

  private static func list(_ words: String) -> [String] {
    words.split(separator: " ").map(String.init)
  }
}
