import Domain
import Exchange
import Services

/// Sessions as rows under the columns that files of sessions have, so that what is listed can be imported.
enum SessionRows {
    static func table(_ sessions: [Session], _ console: ConsoleSession) async throws -> ConsoleTable {
        let read = sessions.filter { $0.draft == nil }
        let audiences = try await console.services.programme.audiences(of: read, in: console.work)
        return ConsoleTable(
            SessionTable.names, sessions.map { cells($0, audiences[$0.id]) },
            spare: [
                "description", "online_url", "event", "kind", "strand", "audience", "ends_at", "facilitator_email",
                "site",
            ])
    }

    private static func cells(_ session: Session, _ audience: String?) -> [Cell] {
        zip(SessionTable.names, SessionTable.row(session, .offset, audience: audience)).map { name, value in
            switch (name, value) {
            case ("starts_at", _): Cell(session.startsAt)
            case ("ends_at", _): Cell(session.endsAt)
            case (_, .nothing): .null
            case (_, .number(let number)): .int(number)
            case (_, .text(let text)): .text(text)
            }
        }
    }
}
