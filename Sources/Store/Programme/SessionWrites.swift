package import Domain
package import Foundation
package import Postgres

/// Takes the locks that everything which writes a session or its bookings takes first, in ascending order.
package struct LockSessions: Statement {
    package static let sql =
        "select count(pg_advisory_xact_lock(key)) from (select distinct unnest($1::bigint[]) as key order by 1) ordered"
    package let sessions: [ID<Session>]

    package init(_ sessions: [ID<Session>]) { self.sessions = sessions }

    package func bind(to parameters: inout Parameters) { parameters.append(sessions) }
}

package struct SessionKeys: Statement {
    package static let sql = "select reference, id from session where reference = any($1)"
    package let references: [String]

    package init(_ references: [String]) { self.references = references }

    package func bind(to parameters: inout Parameters) { parameters.append(references) }

    package static func decode(_ row: inout RowReader) throws -> (reference: String, id: ID<Session>) {
        (try row.next(), try row.next())
    }
}

package struct SessionKeysOfEvent: Statement {
    package static let sql = "select id from session where event_id = $1 order by id"
    package let event: ID<Event>

    package init(_ event: ID<Event>) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> ID<Session> { try row.next() }
}

package struct InsertSession: Statement {
    package static let sql = """
        insert into session (public_id, event_id, reference, series_id, recurrence_id, title, kind, strand_id, description, starts_at, ends_at,
            minutes, room_id, online_url, capacity)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning id
        """
    package var publicID: UUID
    package var event: ID<Event>
    package var reference: String
    package var series: ID<Series>?
    package var recurrenceID: Date?
    package var content: SessionContent

    package init(
        publicID: UUID, event: ID<Event>, reference: String, series: ID<Series>? = nil, recurrenceID: Date? = nil,
        content: SessionContent
    ) {
        self.publicID = publicID
        self.event = event
        self.reference = reference
        self.series = series
        self.recurrenceID = recurrenceID
        self.content = content
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(publicID, event, reference, series, recurrenceID)
        content.bind(to: &parameters)
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Session> { try row.next() }
}

/// The columns of a session that staff set.
package struct SessionContent: Sendable, Equatable {
    package var title: String
    package var kind: String
    package var strand: ID<Strand>?
    package var description: String
    package var startsAt: Date?
    package var endsAt: Date?
    package var minutes: Int
    package var room: ID<Room>?
    package var onlineURL: String?
    package var capacity: Int

    package init(
        title: String, kind: String, strand: ID<Strand>?, description: String, startsAt: Date?, endsAt: Date?,
        minutes: Int,
        room: ID<Room>?, onlineURL: String?, capacity: Int
    ) {
        self.title = title
        self.kind = kind
        self.strand = strand
        self.description = description
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.minutes = minutes
        self.room = room
        self.onlineURL = onlineURL
        self.capacity = capacity
    }

    func bind(to parameters: inout Parameters) {
        parameters.bind(title, kind, strand, description, startsAt, endsAt, minutes, room, onlineURL, capacity)
    }
}

/// A session as it stands in the draft, with keys instead of names. Read under its lock.
package struct SessionForWrite: Statement {
    package struct Found: Sendable {
        package let id: ID<Session>
        package let event: ID<Event>
        package let eventSlug: String
        package let eventState: Event.State
        package let state: Session.State
        package let everReleased: Bool
        package let taken: Int
        package let revision: Int
        package let series: ID<Series>?
        package let recurrenceID: Date?
        package var content: SessionContent
        package let facilitators: [ID<Person>]
    }

    package static let sql = """
        select s.id, s.event_id, e.slug, e.state, s.state, s.ever_released, s.taken, s.revision, s.series_id, s.recurrence_id,
            s.title, s.kind, s.strand_id, s.description, s.starts_at, s.ends_at, s.minutes, s.room_id, s.online_url, s.capacity,
            array(select f.person_id from session_facilitator f where f.session_id = s.id order by f.person_id)
        from session s join event e on e.id = s.event_id where s.id = $1
        """
    package let id: ID<Session>

    package init(_ id: ID<Session>) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            id: row.next(), event: row.next(), eventSlug: row.next(), eventState: row.next(), state: row.next(),
            everReleased: row.next(), taken: row.next(), revision: row.next(), series: row.next(),
            recurrenceID: row.next(),
            content: SessionContent(
                title: row.next(), kind: row.next(), strand: row.next(), description: row.next(), startsAt: row.next(),
                endsAt: row.next(), minutes: row.next(), room: row.next(), onlineURL: row.next(), capacity: row.next()),
            facilitators: row.next())
    }
}

package struct UpdateSession: Statement {
    package static let sql = """
        update session set title = $2, kind = $3, strand_id = $4, description = $5, starts_at = $6, ends_at = $7, minutes = $8, room_id = $9,
            online_url = $10, capacity = $11, revision = revision + 1
        where id = $1
        """
    package let id: ID<Session>
    package let content: SessionContent

    package init(_ id: ID<Session>, _ content: SessionContent) {
        self.id = id
        self.content = content
    }

    package func bind(to parameters: inout Parameters) {
        parameters.append(id)
        content.bind(to: &parameters)
    }
}

package struct SetFacilitators: Statement {
    package static let sql = """
        with gone as (delete from session_facilitator where session_id = $1 and person_id <> all($2))
        insert into session_facilitator (session_id, person_id) select $1, unnest($2::bigint[]) on conflict do nothing
        """
    package let session: ID<Session>
    package let people: [ID<Person>]

    package init(_ session: ID<Session>, _ people: [ID<Person>]) {
        self.session = session
        self.people = people
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(session, people) }
}

package struct ClearAudience: Statement {
    package static let sql = "delete from audience_rule where session_id = $1"
    package let session: ID<Session>

    package init(_ session: ID<Session>) { self.session = session }

    package func bind(to parameters: inout Parameters) { parameters.append(session) }
}

package struct InsertAudienceRule: Statement {
    package static let sql = """
        insert into audience_rule (session_id, role, service, team_id, organisation_id, after_session_id) values ($1, $2, $3, $4, $5, $6)
        """
    package let session: ID<Session>
    package let role: Role?
    package let service: String?
    package let team: ID<Team>?
    package let organisation: ID<Organisation>?
    package let after: ID<Session>?

    package init(
        _ session: ID<Session>, role: Role? = nil, service: String? = nil, team: ID<Team>? = nil,
        organisation: ID<Organisation>? = nil,
        after: ID<Session>? = nil
    ) {
        self.session = session
        self.role = role
        self.service = service
        self.team = team
        self.organisation = organisation
        self.after = after
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(session, role, service, team, organisation, after)
    }
}

package struct DeleteSession: Statement {
    package static let sql = "delete from session where id = $1"
    package let id: ID<Session>

    package init(_ id: ID<Session>) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}

/// Cancels at once, in the draft and in what everyone reads; calendars hear of it.
package struct CancelSession: Statement {
    package static let sql = """
        with copies as (update release_session set live = false where session_id = $1 and live returning release_id),
            leads as (update release_facilitator set live = false where session_id = $1 and live)
        update session set state = 'cancelled', cancelled_at = app.app_now(), cancel_reason = $2, revision = revision + 1,
            sequence = sequence + 1, changed_at = app.app_now()
        where id = $1
        """
    package let id: ID<Session>
    package let reason: String

    package init(_ id: ID<Session>, reason: String) {
        self.id = id
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, reason) }
}

/// Takes a cancelling back: the newest release's copy lives again, if its room and facilitators are still free.
package struct RestoreSession: Statement {
    package static let sql = """
        with copies as (update release_session set live = true where session_id = $1 and latest returning release_id),
            leads as (update release_facilitator f set live = true from copies c where f.release_id = c.release_id and f.session_id = $1)
        update session set state = case when ever_released then 'scheduled' else 'draft' end, cancelled_at = null, cancel_reason = null,
            revision = revision + 1, sequence = sequence + 1, changed_at = app.app_now()
        where id = $1
        """
    package let id: ID<Session>

    package init(_ id: ID<Session>) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}
