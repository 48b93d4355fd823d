import Testing

@testable import Console

@Suite("Statements")
struct StatementsTests {
    private func all(_ statements: Statements, prompts: Int = 20) async -> [StatementEvent] {
        var events: [StatementEvent] = []
        for _ in 0..<prompts {
            let event = await statements.next(prompt: "practiceweek> ")
            events.append(event)
            if case .ended = event { break }
        }
        return events
    }

    @Test("A file's statements carry their lines, and an unclosed quote is told where it is")
    func file() async {
        let (events, lines) = Statements.events(in: "# week\r\nsite list\r\n\r\nroom list \"x\nevent list")
        #expect(lines == 5)
        #expect(
            events == [
                .statement(.init(number: 2, words: ["site", "list"])),
                .unreadable(line: 4, reason: "The quotation mark \" is never closed."),
                .statement(.init(number: 5, words: ["event", "list"])),
            ])
    }

    @Test("A command of its own may go over several lines inside quotes, and counts on")
    func command() {
        let (events, lines) = Statements.events(in: "a \"b\nc\"\nd", after: 2, spanningLines: true)
        #expect(
            events == [.statement(.init(number: 3, words: ["a", "b\nc"])), .statement(.init(number: 5, words: ["d"]))])
        #expect(lines == 5)
    }

    @Test("A pipe is read line by line, and its lines are counted")
    func pipe() async {
        let statements = Statements(
            FakeLines("site list", "", "# x", "room \"list", "event list"), isInteractive: false)
        #expect(
            await all(statements) == [
                .statement(.init(number: 1, words: ["site", "list"])),
                .unreadable(line: 4, reason: "The quotation mark \" is never closed."),
                .statement(.init(number: 5, words: ["event", "list"])), .ended(line: 5),
            ])
    }

    @Test("A person is asked for the rest of a quoted text, and may throw it away")
    func unclosed() async {
        let lines = FakeLines(
            .line("site add \"Corbyn"), .line("Road\""), .line("site \\"), .interrupted, .line("site list"))
        let statements = Statements(lines, isInteractive: true)
        #expect(
            await all(statements) == [
                .statement(.init(number: 1, words: ["site", "add", "Corbyn\nRoad"])), .interrupted,
                .statement(.init(number: 5, words: ["site", "list"])), .ended(line: 5),
            ])
        #expect(lines.prompts.prefix(2) == ["practiceweek> ", "            > "])
    }

    @Test("Bytes that are no text, or too much of it, are refused")
    func bytes() {
        #expect(DescriptorLines.event([0x61]) == .line("a"))
        #expect(DescriptorLines.event([0xFF]) == .unreadable("The line is not UTF-8 text."))
        #expect(DescriptorLines.event([0x61, 0]) == .unreadable("The line holds a NUL character."))
    }

    @Test(
        "Secrets are not kept in the history",
        arguments: [
            ("site list", true), ("book PW18-014 ida@example.org", true),
            ("session move PW18-014 --starts \"2018-01-30 14:00\"", true),
            (" site list", false), ("", false), ("sign-in 123456", false),
            ("console --token HrecA69ZtwAzVFNHD7ZvfL9Dq-ODN8E2fXv3XqPfz0c", false),
            ("event show a-very-long-slug-of-a-practice-week-in-dudley", true),
        ])
    func history(_ line: String, _ isKept: Bool) {
        #expect(LineHistory.isKept(line) == isKept)
    }
}
