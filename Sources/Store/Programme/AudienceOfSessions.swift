package import Domain
package import Postgres

/// Who released sessions are for, and whether this actor is among them.
package struct AudienceOfSessions: Statement {
    package static let sql = """
        select s.id, rules.words,
            $1::bigint is not null and (rules.words is null
                or (app.audience_admits(s.id, $1) and app.audience_wants_first(s.id, $1) is null))
        from session s, lateral (select \(AudienceNotation.sql(session: "s.id")) as words) rules
        where s.id = any($2)
        """
    package let person: ID<Person>?
    package let sessions: [ID<Session>]

    package init(person: ID<Person>?, sessions: [ID<Session>]) {
        self.person = person
        self.sessions = sessions
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, sessions) }

    package static func decode(_ row: inout RowReader) throws -> (session: ID<Session>, audience: String?, admits: Bool)
    {
        (try row.next(), try row.next(), try row.next())
    }
}
