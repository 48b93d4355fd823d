package import Domain
package import Foundation
import Postgres

/// Which sessions are wanted. Nil: no limit.
package struct SessionFilter: Sendable, Equatable {
    package var event: String?
    package var siteSlug: String?
    package var room: ID<Room>?
    package var reference: String?
    package var series: ID<Series>?
    package var from: Date?
    package var to: Date?

    package init(
        event: String? = nil, siteSlug: String? = nil, room: ID<Room>? = nil, reference: String? = nil,
        series: ID<Series>? = nil,
        from: Date? = nil, to: Date? = nil
    ) {
        self.event = event
        self.siteSlug = siteSlug
        self.room = room
        self.reference = reference
        self.series = series
        self.from = from
        self.to = to
    }

    func bind(to parameters: inout Parameters) {
        parameters.bind(event, siteSlug, room, reference, series, from, to)
    }

    /// The conditions that `bind` fills, as parameters 3 to 9.
    static let conditions = """
        ($3::text is null or v.event_slug = $3) and ($4::text is null or v.site_slug = $4) and ($5::bigint is null or v.room_id = $5)
            and ($6::text is null or v.reference = $6) and ($7::bigint is null or v.series_id = $7)
            and ($8::timestamptz is null or v.ends_at > $8) and ($9::timestamptz is null or v.starts_at < $9)
        """

    /// The clock is asked once for all rows: a call for each takes as long as the rest of reading a programme.
    static let columns = """
        v.id, v.public_id, v.reference, v.event_slug, v.event_title, v.event_state, v.title, v.kind, v.strand, v.strand_slug, v.description,
            v.starts_at, v.ends_at, v.room, v.room_access, v.site, v.site_slug, v.site_address, v.online, v.capacity, v.taken, v.waiting,
            case when v.state = 'scheduled' and v.ends_at <= (select app.app_now()) then 'completed' else v.state end, v.cancel_reason, v.cancelled_at,
            v.sequence, v.changed_at, v.created_at, v.revision, v.series_id, v.recurrence_id, v.facilitators
        """
}

extension Session {
    static func read(_ row: inout RowReader) throws -> Session {
        let id: ID<Session> = try row.next()
        let publicID: UUID = try row.next()
        let reference: String = try row.next()
        let event: String = try row.next()
        let eventTitle: String = try row.next()
        let eventState: Event.State = try row.next()
        let title: String = try row.next()
        let kind: String = try row.next()
        let strand: String? = try row.next()
        let strandSlug: String? = try row.next()
        let description: String = try row.next()
        let startsAt: Date? = try row.next()
        let endsAt: Date? = try row.next()
        let room: String? = try row.next()
        let roomAccess: String? = try row.next()
        let site: String? = try row.next()
        let siteSlug: String? = try row.next()
        let siteAddress: String? = try row.next()
        let online: Bool = try row.next()
        let capacity: Int = try row.next()
        let taken: Int = try row.next()
        let waiting: Int = try row.next()
        let state: Session.State = try row.next()
        let cancelReason: String? = try row.next()
        let cancelledAt: Date? = try row.next()
        let sequence: Int = try row.next()
        let changedAt: Date = try row.next()
        let createdAt: Date = try row.next()
        let revision: Int = try row.next()
        let series: ID<Series>? = try row.next()
        let recurrenceID: Date? = try row.next()
        let facilitators: [String] = try row.next()
        return Session(
            id: id, publicID: publicID, reference: reference, event: event, eventTitle: eventTitle,
            eventState: eventState, title: title,
            kind: kind, strand: strand, strandSlug: strandSlug, description: description, startsAt: startsAt,
            endsAt: endsAt, room: room,
            roomAccess: roomAccess ?? "", site: site, siteSlug: siteSlug, siteAddress: siteAddress ?? "",
            online: online,
            capacity: capacity, taken: taken, waiting: waiting, state: state, cancelReason: cancelReason,
            cancelledAt: cancelledAt,
            sequence: sequence, changedAt: changedAt, createdAt: createdAt, revision: revision, series: series,
            recurrenceID: recurrenceID, facilitators: facilitators, draft: nil)
    }
}
