package import Domain
package import Postgres

/// What became of a session's bookings, newest first, for those who schedule.
package struct StepsOfSession: Statement {
    package static let sql = """
        select h.at, p.name, h.from_state, h.to_state, k.name, h.reason
        from booking b join session s on s.id = b.session_id join booking_history h on h.booking_id = b.id
            join person p on p.id = b.person_id left join person k on k.id = h.by_person
        where s.reference = $3 and app.actor_schedules($1, $2)
        order by h.id desc limit $4
        """
    package let actor: Actor
    package let reference: String
    package let limit: Int

    package init(_ actor: Actor, reference: String, limit: Int) {
        self.actor = actor
        self.reference = reference
        self.limit = limit
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(reference, limit)
    }

    package static func decode(_ row: inout RowReader) throws -> BookingStep {
        try BookingStep(
            at: row.next(), person: row.next(), from: row.next(), to: row.next(), by: row.next(), reason: row.next())
    }
}
