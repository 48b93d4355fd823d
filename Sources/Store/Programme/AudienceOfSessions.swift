package import Domain
package import Postgres

/// Who sessions are for. No row: everyone.
package struct AudienceOfSessions: Statement {
    package static let sql = """
        select s.id, rules.words from session s, lateral (select \(AudienceNotation.sql(session: "s.id")) as words) rules
        where s.id = any($1) and rules.words is not null
        """
    package let sessions: [ID<Session>]

    package init(_ sessions: [ID<Session>]) { self.sessions = sessions }

    package func bind(to parameters: inout Parameters) { parameters.append(sessions) }

    package static func decode(_ row: inout RowReader) throws -> (session: ID<Session>, audience: String) {
        (try row.next(), try row.next())
    }
}
