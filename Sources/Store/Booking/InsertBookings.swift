package import Domain
package import Foundation
package import Postgres

/// New bookings of one session with their history, audit and outbox rows: one statement for one person or for sixteen.
/// The order of the rows is the order of the queue.
package struct InsertBookings: Statement {
    package struct Entry: Sendable {
        package var publicID: UUID
        package var person: ID<Person>
        package var state: BookingState
        package var actor: Actor
        package var reason: String?
        package var bookedAt: Date?

        package init(
            publicID: UUID, person: ID<Person>, state: BookingState, actor: Actor, reason: String? = nil,
            bookedAt: Date? = nil
        ) {
            self.publicID = publicID
            self.person = person
            self.state = state
            self.actor = actor
            self.reason = reason
            self.bookedAt = bookedAt
        }
    }

    package static let sql = """
        with asked as materialized (
            select * from unnest($2::uuid[], $3::bigint[], $4::text[], $5::bigint[], $6::text[], $7::text[], $8::text[], $9::text[], $10::timestamptz[])
                with ordinality as a(public_id, person_id, state, actor_id, actor_kind, os_user, channel, reason, booked_at, turn)),
        made as (
            insert into booking (public_id, session_id, person_id, state, queue_number, booked_by, imported, booked_at)
            select public_id, $1, person_id, state, nextval('booking_queue'), actor_id, $11, coalesce(booked_at, app.app_now())
            from (select * from asked order by turn) in_turn
            returning id, public_id, person_id, state),
        told as (
            insert into booking_history (booking_id, from_state, to_state, by_person, reason)
            select m.id, null, m.state, a.actor_id, a.reason from made m join asked a using (public_id) order by a.turn
            returning id, booking_id),
        owed as (
            insert into outbox (person_id, template, payload, dedupe_key, message_id)
            select m.person_id, case m.state when 'waiting' then 'booking_waiting' else 'booking_confirmed' end,
                jsonb_build_object('booking', m.public_id), 'booking:' || m.id || ':' || t.id, m.public_id || '.' || t.id || '@' || $12
            from made m join told t on t.booking_id = m.id where $13)
        insert into audit_entry (actor_kind, actor_id, os_user, channel, action, object, on_behalf_of, after, reason)
        select a.actor_kind, a.actor_id, a.os_user, a.channel, $14, 'booking:' || m.public_id, nullif(m.person_id, a.actor_id),
            jsonb_build_object('session', (select reference from session where id = $1), 'state', m.state), a.reason
        from made m join asked a using (public_id) order by a.turn
        """
    package let session: ID<Session>
    package let rows: [Entry]
    package let imported: Bool
    package let uidDomain: String
    package let owesMessages: Bool
    package let action: String

    package init(
        session: ID<Session>, rows: [Entry], imported: Bool, uidDomain: String, owesMessages: Bool,
        action: String = "booking.book"
    ) {
        self.session = session
        self.rows = rows
        self.imported = imported
        self.uidDomain = uidDomain
        self.owesMessages = owesMessages
        self.action = action
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(session, rows.map(\.publicID), rows.map(\.person), rows.map(\.state.rawValue))
        parameters.bind(rows.map(\.actor.person), rows.map(\.actor.kindName), rows.map(\.actor.osUser))
        parameters.bind(rows.map(\.actor.channel.rawValue), rows.map(\.reason), rows.map(\.bookedAt))
        parameters.bind(imported, uidDomain, owesMessages, action)
    }
}

extension Actor {
    /// As the audit names it.
    package var kindName: String {
        switch kind {
        case .person: "person"
        case .operating: "operator"
        case .system, .visitor: "system"
        }
    }
}
