package import Domain
package import Postgres

/// The coming sessions of the draft that somebody is down to lead who has left; for those who schedule.
package struct SessionsLedByLeavers: Statement {
    package static let sql = """
        select s.reference, s.title, p.name
        from session s join session_facilitator f on f.session_id = s.id join person p on p.id = f.person_id
        where app.actor_schedules($1, $2) and p.left_at is not null and s.state <> 'cancelled'
            and (s.ends_at is null or s.ends_at > app.app_now())
        order by s.starts_at, s.reference, p.name limit 200
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> (reference: String, title: String, name: String) {
        (try row.next(), try row.next(), try row.next())
    }
}
