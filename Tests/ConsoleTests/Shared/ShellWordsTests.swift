import Testing

@testable import Console

@Suite("Splitting lines into words")
struct ShellWordsTests {
    @Test(
        "A line is split as a POSIX shell splits it",
        arguments: [
            ("site list", ["site", "list"]),
            ("  site \t list  ", ["site", "list"]),
            (#"site add "Corbyn Road""#, ["site", "add", "Corbyn Road"]),
            ("site add 'Corbyn Road'", ["site", "add", "Corbyn Road"]),
            (#"site add Corbyn\ Road"#, ["site", "add", "Corbyn Road"]),
            (#"a"b c"'d e'f"#, ["ab cd ef"]),
            (#"--room "" ''"#, ["--room", "", ""]),
            (#""a\"b" "c\d" "e\\f" "\$g""#, ["a\"b", #"c\d"#, #"e\f"#, "$g"]),
            (#"'a\b'"#, [#"a\b"#]),
            (#"$HOME ~ * `x`"#, ["$HOME", "~", "*", "`x`"]),
            ("a # b", ["a"]),
            ("a#b c", ["a#b", "c"]),
            (##"a "#b""##, ["a", "#b"]),
            ("it\"'\"s", ["it's"]),
            ("a\r", ["a"]),
        ])
    func splits(_ line: String, _ words: [String]) throws {
        #expect(try ShellWords.statements(in: line).map(\.words) == [words])
    }

    @Test("Blank lines and comments are no statements", arguments: ["", "   ", "# don't", "\n\n#\n"])
    func blank(_ text: String) throws {
        #expect(try ShellWords.statements(in: text).isEmpty)
    }

    @Test("A quotation mark that stays open is a problem with its line")
    func openQuote() {
        #expect(throws: ShellWords.Problem.quoteOpen("\"", line: 2)) { try ShellWords.statements(in: "a\nb \"c\nd") }
        #expect(throws: ShellWords.Problem.quoteOpen("'", line: 1)) { try ShellWords.statements(in: "don't") }
    }

    @Test("A backslash with nothing behind it is a problem")
    func openEscape() {
        #expect(throws: ShellWords.Problem.lineContinues(line: 1)) { try ShellWords.statements(in: "a \\") }
    }

    @Test("A quote with a combining mark behind it is still a quote")
    func combiningMark() throws {
        #expect(try ShellWords.statements(in: "a \"\u{301}b c\"").map(\.words) == [["a", "\u{301}b c"]])
    }

    @Test("A line break ends a statement unless it is quoted or escaped")
    func lines() throws {
        let lines = try ShellWords.statements(in: "one a\n\ntwo \"b\nc\" \\\n d\nthree")
        #expect(
            lines == [
                .init(number: 1, words: ["one", "a"]), .init(number: 3, words: ["two", "b\nc", "d"]),
                .init(number: 6, words: ["three"]),
            ])
    }
}
