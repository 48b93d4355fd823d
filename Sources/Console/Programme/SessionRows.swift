import Domain

/// Sessions as rows under the columns that files of sessions have, so that what is listed can be imported.
enum SessionRows {
    static let columns = [
        "reference", "event", "title", "kind", "strand", "starts_at", "ends_at", "site", "room", "online_url", "capacity", "taken",
        "waiting", "state", "facilitator_email", "audience", "description",
    ]

    static func table(_ sessions: [Session]) -> ConsoleTable {
        ConsoleTable(
            columns, sessions.map(cells),
            spare: [
                "description", "online_url", "event", "kind", "strand", "audience", "ends_at", "facilitator_email", "site",
            ])
    }

    private static func cells(_ session: Session) -> [Cell] {
        [
            .text(session.reference), .text(session.event), .text(session.title), .text(session.kind),
            Cell(session.draft?.strandSlug ?? session.strand), Cell(session.startsAt), Cell(session.endsAt), Cell(session.site),
            Cell(session.room), Cell(session.draft?.onlineURL), .int(session.capacity), .int(session.taken), .int(session.waiting),
            .text(session.state.rawValue), .text(session.draft?.facilitatorEmails.joined(separator: ";") ?? ""),
            .text(session.draft?.audience ?? ""), .text(session.description),
        ]
    }
}
