import Testing

@testable import query_budget

@Suite struct ContentPolicyTests {
  @Test(
    "SHA-256 is what its standard says",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func digest(text: String, hexadecimal: String) {
    let digest = SHA256(of: text).digest.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(digest.joined() == hexadecimal)
  }

  @Test("The length is right around the ends of blocks", arguments: [55, 56, 63, 64, 119, 120])
  func blocks(length: Int) {
    let digests = [length - 1, length, length + 1].map {
      SHA256(of: String(repeating: "a", count: $0)).digest
    }
    #expect(Set(digests).count == 3)
  }

  @Test("The policy allows one style and one script, and nothing from anywhere")
  func policy() {
    #expect(
      ContentPolicy(style: "", script: "abc").text == """
        default-src 'none'; \
        style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='; \
        script-src 'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='; \
        base-uri 'none'; form-action 'none'
        """)
  }
}
