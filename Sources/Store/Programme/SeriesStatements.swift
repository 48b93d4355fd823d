package import Domain
package import Foundation
package import Postgres

/// The series that an actor may see: those with a released occurrence, and all of them for those who schedule.
package struct AllSeries: Statement {
    package static let sql = """
        select s.id, s.public_id, e.slug, s.slug, s.title, s.rule, s.starts_at, s.minutes, si.name || '/' || r.name, s.capacity, s.until_day,
            s.instances, array(select p.email from series_facilitator f join person p on p.id = f.person_id where f.series_id = s.id order by p.email)
        from series s join event e on e.id = s.event_id left join room r on r.id = s.room_id left join site si on si.id = r.site_id
        where ($3::text is null or s.slug = $3) and (app.actor_schedules($1, $2) or exists (
            select from session x join release_session rs on rs.session_id = x.id and rs.latest where x.series_id = s.id))
        order by s.slug
        """
    package let actor: Actor
    package let slug: String?

    package init(_ actor: Actor, slug: String? = nil) {
        self.actor = actor
        self.slug = slug
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(slug)
    }

    package static func decode(_ row: inout RowReader) throws -> Series {
        try Series(
            id: row.next(), publicID: row.next(), event: row.next(), slug: row.next(), title: row.next(),
            rule: row.next(),
            startsAt: row.next(), minutes: row.next(), room: row.next(), capacity: row.next(), until: row.next(),
            count: row.next(),
            facilitatorEmails: row.next())
    }
}

package struct InsertSeries: Statement {
    package static let sql = """
        insert into series (public_id, event_id, slug, title, rule, starts_at, minutes, room_id, capacity, until_day, instances)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id
        """
    package let publicID: UUID
    package let event: ID<Event>
    package let slug: String
    package let title: String
    package let rule: String
    package let startsAt: Date
    package let minutes: Int
    package let room: ID<Room>?
    package let capacity: Int
    package let until: Day?
    package let count: Int?

    package init(
        publicID: UUID, event: ID<Event>, slug: String, title: String, rule: String, startsAt: Date, minutes: Int,
        room: ID<Room>?,
        capacity: Int, until: Day?, count: Int?
    ) {
        self.publicID = publicID
        self.event = event
        self.slug = slug
        self.title = title
        self.rule = rule
        self.startsAt = startsAt
        self.minutes = minutes
        self.room = room
        self.capacity = capacity
        self.until = until
        self.count = count
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(publicID, event, slug, title, rule, startsAt, minutes, room, capacity, until, count)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Series> { try row.next() }
}

package struct InsertSeriesFacilitators: Statement {
    package static let sql =
        "insert into series_facilitator (series_id, person_id) select $1, unnest($2::bigint[]) on conflict do nothing"
    package let series: ID<Series>
    package let people: [ID<Person>]

    package init(_ series: ID<Series>, _ people: [ID<Person>]) {
        self.series = series
        self.people = people
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(series, people) }
}

/// The occurrences of a series in the draft, with the bank holiday each falls on.
package struct Occurrences: Statement {
    package static let sql = """
        select s.reference, s.recurrence_id, s.starts_at, case when s.state = 'scheduled' and s.ends_at <= app.app_now() then 'completed' else s.state end,
            s.cancel_reason, h.title, s.id
        from session s left join holiday h on h.day = (s.starts_at at time zone 'Europe/London')::date
        where s.series_id = $1 and ($2::timestamptz is null or s.starts_at >= $2) and ($3::timestamptz is null or s.starts_at < $3)
        order by s.starts_at, s.reference
        """
    package let series: ID<Series>
    package let from: Date?
    package let to: Date?

    package init(_ series: ID<Series>, from: Date? = nil, to: Date? = nil) {
        self.series = series
        self.from = from
        self.to = to
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(series, from, to) }

    package struct Found: Sendable {
        package let reference: String
        package let recurrenceID: Date
        package let startsAt: Date
        package let state: Session.State
        package let cancelReason: String?
        package let holiday: String?
        package let id: ID<Session>
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            reference: row.next(), recurrenceID: row.next(), startsAt: row.next(), state: row.next(),
            cancelReason: row.next(),
            holiday: row.next(), id: row.next())
    }
}
