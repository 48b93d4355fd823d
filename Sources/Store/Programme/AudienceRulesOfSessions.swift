package import Domain
package import Postgres

/// The rules of who sessions are for, one row each. A session without a row is for everyone.
package struct AudienceRulesOfSessions: Statement {
    package struct Found: Sendable {
        package let session: ID<Session>
        package let rule: Audience.Rule
        package let earlier: SessionAudience.Earlier?
    }

    package static let sql = """
        select a.session_id, a.role, a.service, t.name, o.name, x.reference, x.id,
            x.state <> 'cancelled' and (this.starts_at is null or x.ends_at <= this.starts_at)
        from audience_rule a join session this on this.id = a.session_id left join team t on t.id = a.team_id
            left join organisation o on o.id = a.organisation_id left join session x on x.id = a.after_session_id
        where a.session_id = any($1)
        """
    package let sessions: [ID<Session>]

    package init(_ sessions: [ID<Session>]) { self.sessions = sessions }

    package func bind(to parameters: inout Parameters) { parameters.append(sessions) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        let session: ID<Session> = try row.next()
        let role: Role? = try row.next()
        let service: String? = try row.next()
        let team: String? = try row.next()
        let employer: String? = try row.next()
        let reference: String? = try row.next()
        let first: ID<Session>? = try row.next()
        let counts: Bool? = try row.next()
        if let role { return Found(session: session, rule: .role(role), earlier: nil) }
        if let service { return Found(session: session, rule: .service(service), earlier: nil) }
        if let team { return Found(session: session, rule: .team(team), earlier: nil) }
        if let employer { return Found(session: session, rule: .employer(employer), earlier: nil) }
        return Found(
            session: session, rule: .after(reference ?? ""),
            earlier: first.map { .init(session: $0, reference: reference ?? "", counts: counts ?? false) })
    }
}
