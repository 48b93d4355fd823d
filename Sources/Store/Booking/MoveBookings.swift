package import Domain
package import Postgres

/// Bookings that change state, with their history, audit and outbox rows.
package struct MoveBookings: Statement {
    package struct Move: Sendable {
        package var booking: Int
        package var from: BookingState
        package var to: BookingState
        package var reason: String?
        package var template: MessageTemplate
        package var action: String

        package init(
            booking: Int, from: BookingState, to: BookingState, reason: String?, template: MessageTemplate,
            action: String
        ) {
            self.booking = booking
            self.from = from
            self.to = to
            self.reason = reason
            self.template = template
            self.action = action
        }
    }

    package static let sql = """
        with asked as materialized (
            select * from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
                with ordinality as a(id, from_state, to_state, reason, template, action, turn)),
        moved as (
            update booking b set state = a.to_state, changed_at = app.app_now(), sequence = b.sequence + 1, passed_over_reason = null,
                passed_over_at = null, cancel_reason = case when a.to_state = 'cancelled' then a.reason end
            from asked a where b.id = a.id and b.state = a.from_state returning b.id, b.public_id, b.person_id, b.session_id),
        told as (
            insert into booking_history (booking_id, from_state, to_state, by_person, reason)
            select m.id, a.from_state, a.to_state, $7, a.reason from moved m join asked a using (id) order by a.turn
            returning id, booking_id),
        owed as (
            insert into outbox (person_id, template, payload, dedupe_key, message_id)
            select m.person_id, a.template, jsonb_build_object('booking', m.public_id), 'booking:' || m.id || ':' || t.id,
                m.public_id || '.' || t.id || '@' || $11
            from moved m join asked a using (id) join told t on t.booking_id = m.id),
        noted as (
            insert into audit_entry (actor_kind, actor_id, os_user, channel, action, object, on_behalf_of, before, after, reason)
            select $8, $7, $9, $10, a.action, 'booking:' || m.public_id, nullif(m.person_id, $7),
                jsonb_build_object('session', s.reference, 'state', a.from_state), jsonb_build_object('session', s.reference, 'state', a.to_state), a.reason
            from moved m join asked a using (id) join session s on s.id = m.session_id order by a.turn)
        select count(*) from moved
        """
    package let moves: [Move]
    package let actor: Actor
    package let uidDomain: String

    package init(_ moves: [Move], by actor: Actor, uidDomain: String) {
        self.moves = moves
        self.actor = actor
        self.uidDomain = uidDomain
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(moves.map(\.booking), moves.map(\.from.rawValue), moves.map(\.to.rawValue))
        parameters.bind(moves.map(\.reason), moves.map(\.template.rawValue), moves.map(\.action))
        parameters.bind(actor.person, actor.kindName, actor.osUser, actor.channel, uidDomain)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Stores why a free place went past waiting people.
package struct PassOver: Statement {
    package static let sql = """
        with asked as (select * from unnest($1::bigint[], $2::text[]) as a(id, reason)),
        passed as (
            update booking b set passed_over_reason = a.reason, passed_over_at = app.app_now() from asked a
            where b.id = a.id and b.state = 'waiting' and b.passed_over_reason is distinct from a.reason returning b.id, a.reason)
        insert into booking_history (booking_id, from_state, to_state, reason) select id, 'waiting', 'waiting', reason from passed
        """
    package let bookings: [Int]
    package let reasons: [String]

    package init(bookings: [Int], reasons: [String]) {
        self.bookings = bookings
        self.reasons = reasons
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(bookings, reasons) }
}
