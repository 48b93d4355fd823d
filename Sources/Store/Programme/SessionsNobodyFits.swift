package import Domain
package import Postgres

/// Sessions to come whose audience admits nobody: the role, team, service or employer that it names has no one, or no longer.
package struct SessionsNobodyFits: Statement {
    package static let sql = """
        select s.reference from session s
        where ($1::bigint is null or s.event_id = $1) and s.state in ('draft', 'scheduled')
            and coalesce(s.ends_at, app.app_now()) >= app.app_now()
            and exists (select from audience_rule a where a.session_id = s.id and a.after_session_id is null)
            and not exists (
                select from audience_rule a join person p on p.left_at is null left join team t on t.id = p.team_id
                where a.session_id = s.id and a.after_session_id is null and (
                    a.team_id = p.team_id or a.organisation_id = p.organisation_id or (a.service <> '' and a.service = t.service)
                    or exists (select from person_role r where r.person_id = p.id and r.role = a.role)))
        """
    package let event: ID<Event>?

    package init(_ event: ID<Event>?) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
