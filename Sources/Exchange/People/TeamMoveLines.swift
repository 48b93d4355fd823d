import CSV
package import Services

/// Who moves to which team, as somebody pastes it: `email,team`, with or without the names of the columns, or a whole export of
/// people, of which only these two columns count.
package struct TeamMoveLines: Sendable {
    package let wanted: [PeopleService.WantedMove]
    /// For each that is wanted, the line that it stands in.
    package let lines: [Int]
    /// What could not be read at all.
    package let problems: [String]

    package init(_ text: String) {
        let first = text.split(whereSeparator: \.isNewline).first ?? ""
        let hasNames = !first.contains("@")
        let document = CSVDocument.read(
            Array((hasNames ? text : "email,team\n" + text).utf8),
            expecting: CSVExpectation(required: ["email", "team"], allowsOthers: true))
        wanted = document.records.map {
            PeopleService.WantedMove(email: $0["email"] ?? "", team: $0["team"] ?? "")
        }
        lines = document.records.map { hasNames ? $0.line : $0.line - 1 }
        problems = document.problems.map(\.message)
    }
}
