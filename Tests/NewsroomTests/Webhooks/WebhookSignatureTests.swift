import Crypto
import Foundation
import Newsroom
import Testing

@Suite("The signature of webhooks")
struct WebhookSignatureTests {
  static let secret = Secret("the-secret-of-the-payment-gateway")
  static let old = Secret("the-secret-that-is-being-replaced")
  static let body = Data(#"{"id": "evt_1"}"#.utf8)
  static let time = Date(timeIntervalSince1970: 1_767_225_600)
  static let header = WebhookSignature.sign(body, with: secret, at: time)
  static let code = String(header.dropFirst("t=1767225600,v1=".count))

  private func verify(
    _ header: String?,
    of body: Data = body,
    secrets: [Secret] = [secret],
    after seconds: TimeInterval = 0
  ) throws {
    let signature = WebhookSignature(secrets: secrets, now: { Self.time + seconds })
    try signature.verify(header, of: body)
  }

  /// RFC 4231's second test case has no time in it, so this one was made with
  /// `printf '1767225600.{"id": "evt_1"}' | openssl dgst -sha256 -hmac SECRET`.
  @Test func isWhatOpenSSLSays() {
    #expect(
      Self.header
        == "t=1767225600,v1=befd94879656c0c75c03ad85890e42fe58c787a148d0251c634df1448a034045")
  }

  @Test func acceptsWhatWasSigned() throws {
    try verify(Self.header)
    try verify("t=1767225600,v1=\(Self.code.uppercased())")
    try verify("t=1767225600, v1=\(Self.code)")
    try verify("t=1767225600,v0=older,v1=\(Self.code),v2=newer")
  }

  @Test func acceptsOneOfSeveralCodesAndSecrets() throws {
    let zeros = String(repeating: "0", count: 64)
    try verify("t=1767225600,v1=\(zeros),v1=\(Self.code)")
    try verify("t=1767225600,v1=\(Self.code),v1=\(zeros)")
    try verify(Self.header, secrets: [Self.old, Self.secret])
    let older = WebhookSignature.sign(Self.body, with: Self.old, at: Self.time)
    try verify(older, secrets: [Self.secret, Self.old])
  }

  @Test(arguments: [-300.0, -1, 0, 299.9, 300])
  func toleratesFiveMinutes(seconds: TimeInterval) throws {
    try verify(Self.header, after: seconds)
  }

  @Test(arguments: [-86_400.0, -300.1, 300.1, 86_400, 1e12])
  func refusesWhatIsFromAnotherTime(seconds: TimeInterval) {
    #expect(throws: WebhookError.signatureExpired(tolerance: 300)) {
      try verify(Self.header, after: seconds)
    }
  }

  @Test func refusesWhatIsNotSigned() {
    #expect(throws: WebhookError.signatureMissing) { try verify(nil) }
  }

  @Test(
    arguments: [
      "", " ", ",", "=", "t", "t=", "v1=", "t=1767225600", "t=1767225600,", "v1=\(code)",
      "t=1767225600,v1=", "t=1767225600,v1", "t=,v1=\(code)", "t=now,v1=\(code)",
      "t=-1767225600,v1=\(code)", "t=+1767225600,v1=\(code)", "t=1767225600.0,v1=\(code)",
      "t=0x69556500,v1=\(code)", "t=1767225600 0,v1=\(code)", "t=17672256000000,v1=\(code)",
      "t=1767225600,t=1767225600,v1=\(code)", "t=1767225600,v1=\(code.dropLast())",
      "t=1767225600,v1=\(code)0", "t=1767225600,v1=\(code.dropLast())g",
      "t=1767225600,v1=\(code.dropLast(2))é", "t=1767225600,v1=0x\(code.dropFirst(2))",
      "t=1767225600;v1=\(code)", "v1=\(code)t=1767225600", "T=1767225600,V1=\(code)", code,
      "t=١٧٦٧٢٢٥٦٠٠,v1=\(code)",
      "t=1767225600,v1=\(code)," + String(repeating: "v0=x,", count: 300),
    ])
  func refusesWhatIsNoSignature(header: String) {
    #expect(throws: WebhookError.signatureUnreadable) { try verify(header) }
  }

  @Test func refusesAnotherBody() {
    let others = [
      Data(), Data(#"{"id": "evt_2"}"#.utf8), Self.body + Data("\n".utf8), Self.body.dropLast(),
      Data(#"{"id":"evt_1"}"#.utf8),
    ]
    for other in others {
      #expect(throws: WebhookError.signatureWrong) { try verify(Self.header, of: other) }
    }
  }

  @Test func refusesEveryChangedDigit() {
    for place in 0..<64 {
      var code = Array(Self.code)
      code[place] = code[place] == "0" ? "1" : "0"
      #expect(throws: WebhookError.signatureWrong) {
        try verify("t=1767225600,v1=\(String(code))")
      }
    }
  }

  @Test func refusesAnotherTimeThanTheSignedOne() {
    #expect(throws: WebhookError.signatureWrong) { try verify("t=1767225601,v1=\(Self.code)") }
    #expect(throws: WebhookError.signatureWrong) { try verify("t=01767225600,v1=\(Self.code)") }
  }

  @Test(arguments: [[], [Secret("")], [old], [Secret("the-secret-of-the-payment-gateway ")]])
  func refusesAnotherSecret(secrets: [Secret]) {
    #expect(throws: WebhookError.signatureWrong) { try verify(Self.header, secrets: secrets) }
  }

  @Test func anEmptySecretIsNoSecret() {
    let forged = WebhookSignature.sign(Self.body, with: Secret(""), at: Self.time)
    #expect(throws: WebhookError.signatureWrong) { try verify(forged, secrets: [Secret("")]) }
  }

  @Test func saysNothingThatHelpsToGuess() {
    let errors = [WebhookError.signatureUnreadable, .signatureWrong, .signatureMissing]
    for text in errors.map(\.description) {
      #expect(!text.contains(Self.code) && !text.contains(Self.secret.text))
    }
  }
}
