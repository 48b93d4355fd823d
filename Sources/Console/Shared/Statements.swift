/// What a source of statements gives next.
enum StatementEvent: Sendable, Equatable {
    case statement(ShellWords.Line)
    case unreadable(line: Int, reason: String)
    /// Ctrl-C at the prompt.
    case interrupted
    case ended(line: Int)
}

/// Statements, one after the other: of a script that is known, of a pipe, or of a person.
actor Statements {
    private var prepared: [StatementEvent]
    private let input: (any LineInput)?
    private let isInteractive: Bool
    private let remember: @Sendable (String) -> Void
    private var line: Int

    /// A script's text. Its lines end statements, and each must close its quotation marks.
    ///
    /// - Parameter spanningLines: whether a quoted word may go over several lines.
    static func events(in text: String, after number: Int = 0, spanningLines: Bool = false) -> (
        events: [StatementEvent], lines: Int
    ) {
        let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
        guard !spanningLines else { return (events(text, after: number), number + lines.count) }
        var events: [StatementEvent] = []
        var number = number
        for line in lines {
            events += self.events(String(line), after: number)
            number += 1
        }
        return (events, number)
    }

    private static func events(_ text: String, after number: Int) -> [StatementEvent] {
        guard !text.unicodeScalars.contains("\0") else {
            return [.unreadable(line: number + 1, reason: "The line holds a NUL character.")]
        }
        do {
            return try ShellWords.statements(in: text).map {
                .statement(.init(number: number + $0.number, words: $0.words))
            }
        } catch {
            switch error {
            case .quoteOpen(_, let line), .lineContinues(let line):
                return [.unreadable(line: number + line, reason: error.message)]
            }
        }
    }

    init(prepared: [StatementEvent], lines: Int) {
        self.prepared = prepared.reversed()
        input = nil
        isInteractive = false
        remember = { _ in }
        line = lines
    }

    init(_ input: any LineInput, isInteractive: Bool, remember: @escaping @Sendable (String) -> Void = { _ in }) {
        prepared = []
        self.input = input
        self.isInteractive = isInteractive
        self.remember = remember
        line = 0
    }

    func next(prompt: String) async -> StatementEvent {
        while true {
            if let event = prepared.popLast() { return event }
            guard let input else { return .ended(line: line) }
            let before = line
            switch await text(from: input, prompt) {
            case .line(let text): prepared = Self.events(text, after: before).reversed()
            case .interrupted: return .interrupted
            case .ended: return .ended(line: line)
            case .unreadable(let reason): return .unreadable(line: line, reason: reason)
            }
        }
    }

    /// A line, and at a terminal the lines that it needs to close its quotation marks.
    private func text(from input: any LineInput, _ prompt: String) async -> LineEvent {
        var text = ""
        var shown = prompt
        while true {
            let event = await input.line(prompt: shown)
            if event == .ended { return event }
            line += 1
            guard case .line(let read) = event else { return event }
            remember(read)
            text += text.isEmpty ? read : "\n" + read
            guard isInteractive, Self.isOpen(text) else { return .line(text) }
            shown = String(repeating: " ", count: max(0, prompt.count - 2)) + "> "
        }
    }

    private static func isOpen(_ text: String) -> Bool {
        do {
            _ = try ShellWords.statements(in: text)
            return false
        } catch {
            return true
        }
    }
}
