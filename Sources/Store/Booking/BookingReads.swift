package import Domain
package import Foundation
package import Postgres

extension Booking {
    static let columns = columns(showingAddresses: nil)

    /// - Parameter condition: in SQL, when the addresses of people may be shown; without one always.
    static func columns(showingAddresses condition: String?) -> String {
        let (person, bookedBy) =
            condition.map { ("case when \($0) then p.email else '' end", "case when \($0) then k.email end") }
            ?? ("p.email", "k.email")
        return """
            b.public_id, s.reference, coalesce(rs.title, s.title), coalesce(lower(rs.during), s.starts_at), \(person), p.name, t.name, o.name,
                b.state, case when b.state = 'waiting' then (select count(*) from booking w where w.session_id = b.session_id
                    and w.state = 'waiting' and w.queue_number <= b.queue_number) end,
                b.booked_at, \(bookedBy), b.passed_over_reason, b.sequence, b.changed_at
            """
    }
    static let joins = """
        join session s on s.id = b.session_id join event e on e.id = s.event_id left join release_session rs on rs.session_id = s.id and rs.latest
        join person p on p.id = b.person_id left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
        left join person k on k.id = b.booked_by
        """

    static func read(_ row: inout RowReader) throws -> Booking {
        try Booking(
            id: row.next(), session: row.next(), sessionTitle: row.next(), startsAt: row.next(), person: row.next(),
            personName: row.next(), team: row.next(), employer: row.next(), state: row.next(), position: row.next(),
            bookedAt: row.next(), bookedBy: row.next(), passedOver: row.next(), sequence: row.next(),
            changedAt: row.next())
    }
}

/// Asks about one session for somebody: what the answer holds depends on who asks.
package protocol AskedAboutSession: Statement {
    var actor: Actor { get }
    var reference: String { get }
}

extension AskedAboutSession {
    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(reference)
    }
}

/// Answers with bookings and nothing else.
package protocol ListsBookings: Statement where Row == Booking {}

extension ListsBookings {
    package static func decode(_ row: inout RowReader) throws -> Booking { try Booking.read(&row) }
}

/// The bookings of a session that an actor may list: all live ones for those who schedule; for its facilitators the confirmed
/// ones until a fortnight after, with names and organisations and without addresses.
package struct BookingsOfSession: Statement, AskedAboutSession, ListsBookings {
    package static let sql = """
        select \(Booking.columns(showingAddresses: "app.actor_schedules($1, $2)")) from booking b \(Booking.joins)
        where s.reference = $3 and b.state in ('requested', 'confirmed', 'waiting', 'offered')
            and (app.actor_schedules($1, $2)
                or (b.state = 'confirmed' and coalesce(s.ends_at, app.app_now()) > app.app_now() - interval '14 days'
                    and exists (select from session_facilitator f where f.session_id = s.id and f.person_id = $1)))
        order by case b.state when 'confirmed' then 0 when 'offered' then 1 when 'requested' then 2 else 3 end, b.queue_number
        """
    package let actor: Actor
    package let reference: String

    package init(_ actor: Actor, reference: String) {
        self.actor = actor
        self.reference = reference
    }
}

/// Whether the actor may list a session's bookings at all.
package struct MayListBookings: Statement, AskedAboutSession {
    package static let sql = """
        select app.actor_schedules($1, $2), exists (select from session_facilitator f where f.session_id = s.id and f.person_id = $1)
                and coalesce(s.ends_at, app.app_now()) > app.app_now() - interval '14 days',
            exists (select from release_session rs where rs.session_id = s.id and rs.latest)
        from session s where s.reference = $3
        """
    package let actor: Actor
    package let reference: String

    package init(_ actor: Actor, reference: String) {
        self.actor = actor
        self.reference = reference
    }

    package static func decode(_ row: inout RowReader) throws -> (schedules: Bool, leads: Bool, released: Bool) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// Every live booking of an event, or of all, for those who schedule.
package struct BookingsOfEvent: Statement, ListsBookings {
    package static let sql = """
        select \(Booking.columns) from booking b \(Booking.joins)
        where app.actor_schedules($1, $2) and ($3::text is null or e.slug = $3) and b.state in ('requested', 'confirmed', 'waiting', 'offered')
        order by s.reference, case b.state when 'confirmed' then 0 when 'offered' then 1 when 'requested' then 2 else 3 end, b.queue_number
        """
    package let actor: Actor
    package let event: String?

    package init(_ actor: Actor, event: String?) {
        self.actor = actor
        self.event = event
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(event)
    }
}

/// A person's live bookings, and the joining link of those that are confirmed.
package struct BookingsOfPerson: Statement {
    package static let sql = """
        select \(Booking.columns), case when b.state = 'confirmed' then s.online_url end from booking b \(Booking.joins)
        where b.person_id = $1 and b.state in ('requested', 'confirmed', 'waiting', 'offered')
            and ($2::text is null or s.reference = $2)
        order by coalesce(lower(rs.during), s.starts_at), s.reference
        """
    package let person: ID<Person>
    package let reference: String?

    package init(_ person: ID<Person>, reference: String? = nil) {
        self.person = person
        self.reference = reference
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, reference) }

    package static func decode(_ row: inout RowReader) throws -> (booking: Booking, joiningLink: String?) {
        (try Booking.read(&row), try row.next())
    }
}

/// One booking, whatever its state, for its person or those who schedule.
package struct BookingByID: Statement {
    package struct Found: Sendable {
        package let key: Int
        package let session: ID<Session>
        package let person: ID<Person>
        package let booking: Booking
    }

    package static let sql = """
        select b.id, b.session_id, b.person_id, \(Booking.columns) from booking b \(Booking.joins)
        where b.public_id = $3 and (b.person_id = $1 or app.actor_schedules($1, $2))
        """
    package let actor: Actor
    package let id: UUID

    package init(_ actor: Actor, id: UUID) {
        self.actor = actor
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(id)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(key: row.next(), session: row.next(), person: row.next(), booking: Booking.read(&row))
    }
}

/// The live booking of a person on a session, for that person or those who schedule.
package struct LiveBooking: Statement {
    package static let sql = """
        select b.public_id from booking b join session s on s.id = b.session_id join person p on p.id = b.person_id
        where s.reference = $3 and p.email = $4 and b.state in ('requested', 'confirmed', 'waiting', 'offered')
            and (b.person_id = $1 or app.actor_schedules($1, $2))
        """
    package let actor: Actor
    package let reference: String
    package let email: String

    package init(_ actor: Actor, reference: String, email: String) {
        self.actor = actor
        self.reference = reference
        self.email = email
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(reference, email)
    }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}
