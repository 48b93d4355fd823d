package import Domain
package import Postgres

/// Who and what a request for a place is about, and whether the actor may ask: for oneself, or for anyone when scheduling.
/// No row: no such session in the newest release for this actor.
package struct ResolveBooking: Statement {
    package struct Found: Sendable {
        package let session: ID<Session>
        package let reference: String
        package let person: ID<Person>?
        package let email: String?
        package let may: Bool
    }

    package static let sql = """
        select s.id, s.reference, p.id, p.email, p.id = $1 or app.actor_schedules($1, $2)
        from session s
        left join person p on p.left_at is null and (($4::text is null and p.id = $1) or p.email = $4)
        where s.reference = $3 and (exists (select from release_session rs where rs.session_id = s.id and rs.latest) or app.actor_schedules($1, $2))
        """
    package let actor: Actor
    package let reference: String
    package let email: String?

    package init(_ actor: Actor, reference: String, email: String?) {
        self.actor = actor
        self.reference = reference
        self.email = email
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(reference, email)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            session: row.next(), reference: row.next(), person: row.next(), email: row.next(),
            may: row.next() as Bool? ?? false)
    }
}
