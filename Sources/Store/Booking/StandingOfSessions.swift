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
        package let leads: Bool
    }

    package static let sql = """
        with own as materialized (\(ClashingSessions.held(by: "$1"))),
            led as materialized (select f.session_id from release_facilitator f where f.person_id = $1 and f.live),
            rules as materialized (\(AudienceRules.sql(person: "$1", sessions: "$2"))),
            clashing as materialized (
                select this.session_id, array_agg(distinct own.reference order by own.reference) as held
                from own join release_session this on this.latest and this.session_id = any($2)
                    and own.during && this.during and own.session_id <> this.session_id
                group by this.session_id)
        select asked.id, rules.words, coalesce(rules.admits, true), rules.first, coalesce(clashing.held, '{}'),
            asked.id in (select session_id from led)
        from session asked
            left join rules on rules.session_id = asked.id
            left join clashing on clashing.session_id = asked.id
        where asked.id = any($2)
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
            session: row.next(), audience: row.next(), isAdmitted: row.next(), first: row.next(), clashes: row.next(),
            leads: row.next())
    }
}
