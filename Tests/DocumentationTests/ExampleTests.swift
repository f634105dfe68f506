import Testing

/// Every Swift example that people read is compiled here, and most are run.
@Suite struct ExampleTests {
  @Test("Every example of the documentation stands in a compiled file")
  func examplesAreCompiled() throws {
    let compiled = CompiledExamples(try Checkout.examples())
    let blocks = try Checkout.documents().flatMap(\.codeBlocks).filter { $0.language == "swift" }
    #expect(blocks.count > 80)
    for block in blocks where !compiled.contain(block) {
      Issue.record(
        """
        \(block.path):\(block.line): no file in Tests/DocumentationTests/Examples has these lines. \
        Write them there as well, so that they are compiled.

        \(block.lines.joined(separator: "\n"))
        """)
    }
  }

  @Test("A block says what it is, so that no Swift goes by another name")
  func languagesAreKnown() throws {
    let known = ["", "swift", "sh", "json", "diff", "yaml", "markdown"]
    for block in try Checkout.documents().flatMap(\.codeBlocks) {
      #expect(known.contains(block.language), "\(block.path):\(block.line)")
    }
  }

  @Test("A block is found whatever its indentation, and not when a line differs or is missing")
  func blocksAreCompared() throws {
    let article = Document(
      path: "Article.md",
      text: """
        Text.

        ```swift
        import Testing

        let one = 1
          let two = 2  // two
        ```

        - A list:
          ```sh
          ls
          ```

        ````markdown
        ```swift
        let shown = true
        ```
        ````
        """)
    let blocks = article.codeBlocks
    #expect(blocks.map(\.line) == [3, 11, 15])
    #expect(blocks.map(\.language) == ["swift", "sh", "markdown"])
    #expect(blocks.last?.lines == ["```swift", "let shown = true", "```"])
    let block = try #require(blocks.first)
    #expect(
      examples("import Testing\n\nlet zero = 0\n  let one = 1\n\n  let two = 2 // two").contain(
        block))
    #expect(!examples("let one = 1\nlet two = 2  // two").contain(block))
    #expect(!examples("import Testing\nlet one = 1\nlet two = 3  // two").contain(block))
    #expect(
      !examples("import Testing\nlet one = 1\nlet zero = 0\nlet two = 2  // two").contain(block))
    #expect(!examples("import Testing\nlet one = 1").contain(block))
  }

  @Test("Blocks of a Swift file are those of its doc comments")
  func docComments() throws {
    let source = Document(
      path: "Source.swift",
      text: """
        /// Text.
        ///
        /// ```swift
        /// call {
        ///   1
        /// }
        /// ```
        func call() {}
        let text = \"\"\"
          ```swift
          \"\"\"
        """)
    let block = try #require(source.codeBlocks.first)
    #expect(source.codeBlocks.count == 1)
    #expect(block.lines == ["call {", "1", "}"])
    #expect(examples("call {\n  1\n}").contain(block))
  }

  private func examples(_ text: String) -> CompiledExamples {
    CompiledExamples([Document(path: "Examples.swift", text: text)])
  }
}
