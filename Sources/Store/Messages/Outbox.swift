package import Domain
package import Foundation
package import Postgres

package struct InsertMessages: Statement {
    package struct Owed: Sendable {
        package var person: ID<Person>?
        package var template: MessageTemplate
        package var payload: String
        package var dedupeKey: String
        package var messageID: String
        package var minutes: Int?

        package init(
            person: ID<Person>?, template: MessageTemplate, payload: String, dedupeKey: String, messageID: String,
            minutes: Int? = nil
        ) {
            self.person = person
            self.template = template
            self.payload = payload
            self.dedupeKey = dedupeKey
            self.messageID = messageID
            self.minutes = minutes
        }
    }

    package static let sql = """
        insert into outbox (person_id, template, payload, dedupe_key, message_id, expires_at)
        select m.person_id, m.template, m.payload::jsonb, m.dedupe_key, m.message_id, app.app_now() + make_interval(mins => m.minutes::int)
        from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bigint[]) as m(person_id, template, payload, dedupe_key, message_id, minutes)
        on conflict (dedupe_key) do nothing
        """
    package let messages: [Owed]

    package init(_ messages: [Owed]) { self.messages = messages }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(messages.map(\.person), messages.map(\.template.rawValue), messages.map(\.payload))
        parameters.bind(messages.map(\.dedupeKey), messages.map(\.messageID), messages.map(\.minutes))
    }
}

/// Tells everyone with a live booking that the session is off.
package struct InsertCancelledNotices: Statement {
    package static let sql = """
        insert into outbox (person_id, template, payload, dedupe_key, message_id)
        select b.person_id, 'session_cancelled', jsonb_build_object('booking', b.public_id), 'session:' || s.id || ':' || s.sequence || ':' || b.person_id,
            s.public_id || '.' || s.sequence || '.' || b.public_id || '@' || $2
        from booking b join session s on s.id = b.session_id
        where s.id = $1 and b.state in ('requested', 'confirmed', 'waiting', 'offered') on conflict (dedupe_key) do nothing
        """
    package let session: ID<Session>
    package let uidDomain: String

    package init(session: ID<Session>, uidDomain: String) {
        self.session = session
        self.uidDomain = uidDomain
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(session, uidDomain) }
}

/// One message that a worker holds a lease on.
package struct LeasedMessage: Sendable {
    package let id: Int
    package let template: MessageTemplate
    package let payload: String
    package let messageID: String
    package let attempts: Int
    package let email: String?
    package let name: String?
    package let hasExpired: Bool
}

/// Claims due messages for two minutes; nothing is locked while they are sent.
package struct LeaseMessages: Statement {
    package static let sql = """
        with due as (
            select id from outbox where state = 'owed' and not_before <= app.app_now() and (leased_until is null or leased_until < app.app_now())
            order by not_before, id limit $2 for update skip locked)
        update outbox o set leased_until = app.app_now() + interval '120 seconds', leased_by = $1, attempts = attempts + 1
        from due left join lateral (
            select p.email, p.name from outbox x join person p on p.id = x.person_id
            where x.id = due.id and (p.left_at is null or x.template = 'leaver_record')
            union all
            select coalesce(g.email, p.email), coalesce(g.name, p.name) from outbox x join guest g on g.id = x.guest_id
                left join person p on p.id = g.person_id and p.left_at is null
            where x.id = due.id) reader on true
        where o.id = due.id
        returning o.id, o.template, o.payload::text, o.message_id, o.attempts, coalesce(reader.email, o.payload ->> 'guest'),
            coalesce(reader.name, o.payload ->> 'guest_name'), coalesce(o.expires_at < app.app_now(), false)
        """
    package let worker: String
    package let limit: Int

    package init(worker: String, limit: Int) {
        self.worker = worker
        self.limit = limit
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(worker, limit) }

    package static func decode(_ row: inout RowReader) throws -> LeasedMessage {
        try LeasedMessage(
            id: row.next(), template: row.next(), payload: row.next(), messageID: row.next(), attempts: row.next(),
            email: row.next(),
            name: row.next(), hasExpired: row.next())
    }
}

/// Keeps what the reader got. A sign-in code does not stay in the outbox once it went out. Like the two after it: only while the worker's lease is its own, as
/// another may have taken the message over meanwhile.
package struct MarkSent: Statement {
    package static let sql = """
        update outbox set state = 'sent', sent_at = app.app_now(), leased_until = null, leased_by = null, last_error = null,
            payload = case when template like 'sign_in%' then '{}' else payload end, sent_subject = left($3, 500), sent_text = left($4, 20000)
        where id = $1 and state = 'owed' and leased_by = $2
        """
    package let id: Int
    package let worker: String
    package let subject: String?
    package let text: String?

    package init(id: Int, worker: String, subject: String? = nil, text: String? = nil) {
        self.id = id
        self.worker = worker
        self.subject = subject
        self.text = text
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, worker, subject, text) }
}

package struct MarkDropped: Statement {
    package static let sql = """
        update outbox set state = 'dropped', leased_until = null, leased_by = null, last_error = $3,
            payload = case when template like 'sign_in%' then '{}' else payload end
        where id = $1 and state = 'owed' and leased_by = $2
        """
    package let id: Int
    package let worker: String
    package let why: String

    package init(id: Int, worker: String, why: String) {
        self.id = id
        self.worker = worker
        self.why = why
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, worker, why) }
}

/// Tried and not sent: again after a growing pause, or given up.
package struct MarkNotSent: Statement {
    package static let sql = """
        update outbox set state = case when $4 then 'failed' else 'owed' end, leased_until = null, leased_by = null, last_error = $3,
            not_before = app.app_now() + least(interval '15 seconds' * power(2, attempts), interval '1 hour'),
            payload = case when $4 and template like 'sign_in%' then '{}' else payload end
        where id = $1 and state = 'owed' and leased_by = $2
        """
    package let id: Int
    package let worker: String
    package let why: String
    package let giveUp: Bool

    package init(id: Int, worker: String, why: String, giveUp: Bool) {
        self.id = id
        self.worker = worker
        self.why = why
        self.giveUp = giveUp
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, worker, why, giveUp) }
}

/// What a booking's message says, read at the moment of sending.
package struct BookingForMessage: Statement {
    package struct Found: Sendable {
        package let booking: Booking
        package let endsAt: Date?
        package let place: String?
        package let joiningLink: String?
        package let cancelReason: String?
        package let isCancelled: Bool
    }

    package static let sql = """
        select \(Booking.columns), coalesce(upper(rs.during), s.ends_at), nullif(concat_ws(', ', r.name, si.name), ''),
            case when b.state = 'confirmed' then s.online_url end, s.cancel_reason, s.state = 'cancelled'
        from booking b \(Booking.joins) left join room r on r.id = coalesce(rs.room_id, s.room_id) left join site si on si.id = r.site_id
        where b.public_id = $1
        """
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            booking: Booking.read(&row), endsAt: row.next(), place: row.next(), joiningLink: row.next(),
            cancelReason: row.next(),
            isCancelled: row.next())
    }
}
