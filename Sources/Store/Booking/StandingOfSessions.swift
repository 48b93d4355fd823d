package import Domain
package import Postgres

/// How a person stands to each of the sessions: who it is for, whether that is them, what comes first, what clashes.
package struct StandingOfSessions: Statement {
    package struct Found: Sendable {
        package let session: ID<Session>
        package let audience: String?
        package let isAdmitted: Bool
        /// The reference of what comes first, if it has not.
        package let first: String?
        package let clashes: [String]
    }

    package static let sql = """
        with own as materialized (\(ClashingSessions.held(by: "$1")))
        select asked.id, \(AudienceNotation.sql(session: "asked.id")),
            app.audience_admits(asked.id, $1), app.audience_wants_first(asked.id, $1),
            \(ClashingSessions.sql(session: "asked.id", held: "own"))
        from session asked where asked.id = any($2)
        """
    package let person: ID<Person>
    package let sessions: [ID<Session>]

    package init(person: ID<Person>, sessions: [ID<Session>]) {
        self.person = person
        self.sessions = sessions
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, sessions) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            session: row.next(), audience: row.next(), isAdmitted: row.next(), first: row.next(), clashes: row.next())
    }
}
