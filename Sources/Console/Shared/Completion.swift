/// What Tab does: text that goes in at the cursor, and what else could stand there.
struct Completion: Equatable, Sendable {
    static let nothing = Completion(insertion: "", choices: [])
    static let mostListed = 60

    let insertion: String
    /// More than one, or empty.
    let choices: [String]

    /// The choices in columns, as many as a person looks through.
    func listing(width: Int) -> String {
        let shown = choices.prefix(Self.mostListed).map(Printable.line)
        let column = (shown.map(TextWidth.of).max() ?? 0) + 2
        let perLine = max(1, width / max(1, column))
        var text = ""
        for (index, choice) in shown.enumerated() {
            let isLast = index % perLine == perLine - 1 || index == shown.count - 1
            text += choice + (isLast ? "\n" : String(repeating: " ", count: column - TextWidth.of(choice)))
        }
        if choices.count > shown.count { text += "… and \(choices.count - shown.count) more\n" }
        return text
    }
}
