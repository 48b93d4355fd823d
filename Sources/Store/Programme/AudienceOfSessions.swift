package import Domain
package import Postgres

/// Who released sessions are for, and whether this actor is among them.
package struct AudienceOfSessions: Statement {
    package static let sql = """
        select s.id, rules.words,
            $1::bigint is not null and (rules.words is null
                or (app.audience_admits(s.id, $1) and app.audience_wants_first(s.id, $1) is null))
        from session s, lateral (
            select string_agg(words, '; ' order by words) as words from (
                select coalesce('role:' || a.role, 'service:' || a.service, 'team:' || t.name, 'employer:' || o.name, 'after:' || x.reference) as words
                from audience_rule a left join team t on t.id = a.team_id left join organisation o on o.id = a.organisation_id
                    left join session x on x.id = a.after_session_id
                where a.session_id = s.id) each) rules
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
