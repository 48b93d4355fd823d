package import Domain
package import Postgres

/// The coming sessions of the draft that somebody is down to lead who has left, or will have by then; for those who schedule.
package struct SessionsLedByLeavers: Statement {
    package static let sql = """
        select s.reference, s.title, p.name, case when p.left_at is null then p.leaves_at end
        from session s join session_facilitator f on f.session_id = s.id join person p on p.id = f.person_id
        where app.actor_schedules($1, $2) and (p.left_at is not null or p.leaves_at <= coalesce(s.starts_at, p.leaves_at)) and s.state <> 'cancelled'
            and (s.ends_at is null or s.ends_at > app.app_now())
        order by s.starts_at, s.reference, p.name limit 200
        """
    package let actor: Actor

    package init(_ actor: Actor) { self.actor = actor }

    package func bind(to parameters: inout Parameters) { parameters.bind(actor: actor) }

    package static func decode(_ row: inout RowReader) throws -> SessionWithoutLead {
        try SessionWithoutLead(reference: row.next(), title: row.next(), name: row.next(), leavesAt: row.next())
    }
}
