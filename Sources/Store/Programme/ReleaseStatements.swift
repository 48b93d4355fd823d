package import Domain
import Foundation
package import Postgres

/// One side of a release's comparison.
package struct ContentRow: Sendable {
    package let session: ID<Session>
    package let reference: String
    package let content: ReleasedContent
    /// Places taken and waiting.
    package let booked: Int

    static func read(_ row: inout RowReader) throws -> ContentRow {
        try ContentRow(
            session: row.next(), reference: row.next(),
            content: ReleasedContent(
                title: row.next(), kind: row.next(), strand: row.next(), description: row.next(), startsAt: row.next(),
                endsAt: row.next(), room: row.next(), online: row.next(), capacity: row.next(),
                facilitators: row.next(),
                cancelled: row.next()),
            booked: row.next())
    }
}

/// What the next release would hold: every placed session that is not a cancelled draft.
package struct DraftContents: Statement {
    package static let sql = """
        select s.id, s.reference, s.title, s.kind, st.name, s.description, s.starts_at, s.ends_at, si.name || '/' || r.name,
            s.online_url is not null, s.capacity,
            array(select p.email from session_facilitator f join person p on p.id = f.person_id where f.session_id = s.id order by p.email),
            s.state = 'cancelled', s.taken + s.waiting
        from session s left join strand st on st.id = s.strand_id left join room r on r.id = s.room_id left join site si on si.id = r.site_id
        where s.event_id = $1 and s.starts_at is not null and (s.state <> 'cancelled' or s.ever_released)
        order by s.reference
        """
    package let event: ID<Event>

    package init(_ event: ID<Event>) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> ContentRow { try ContentRow.read(&row) }
}

/// What the newest release holds.
package struct ReleasedContents: Statement {
    package static let sql = """
        select rs.session_id, s.reference, rs.title, rs.kind, st.name, rs.description, lower(rs.during), upper(rs.during), si.name || '/' || r.name,
            rs.online, rs.capacity,
            array(select p.email from release_facilitator f join person p on p.id = f.person_id
                  where f.release_id = rs.release_id and f.session_id = rs.session_id order by p.email),
            not rs.live and exists (select from release x where x.id = rs.release_id and s.cancelled_at <= x.published_at), s.taken + s.waiting
        from release_session rs join session s on s.id = rs.session_id left join strand st on st.id = rs.strand_id
            left join room r on r.id = rs.room_id left join site si on si.id = r.site_id
        where rs.event_id = $1 and rs.latest order by s.reference
        """
    package let event: ID<Event>

    package init(_ event: ID<Event>) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> ContentRow { try ContentRow.read(&row) }
}

/// The pairs that would be in one room, or need one facilitator, at the same time: within the draft of this event, and
/// between it and what other events have released. Sorted by start, only what begins before something earlier has ended can
/// clash: that is usually nothing, however many sessions there are. When everything clashes with everything, enough is named.
package struct ReleaseClashes: Statement {
    package static let sql = """
        with mine as materialized (
            select s.id, s.reference, s.title, s.starts_at, s.ends_at, s.room_id from session s
            where s.event_id = $1 and s.starts_at is not null and s.state <> 'cancelled'),
        roomed as materialized (
            select id, starts_at, ends_at, room_id, max(ends_at) over (partition by room_id order by starts_at, id
                rows between unbounded preceding and 1 preceding) as busy_until
            from mine where room_id is not null),
        led as materialized (
            select m.id, m.starts_at, m.ends_at, f.person_id, max(m.ends_at) over (partition by f.person_id order by m.starts_at, m.id
                rows between unbounded preceding and 1 preceding) as busy_until
            from mine m join session_facilitator f on f.session_id = m.id),
        pairs as (
            select late.id as one, early.id as other, late.room_id, null::bigint as person_id from roomed late cross join lateral (
                select e.id from roomed e where e.room_id = late.room_id and (e.starts_at, e.id) < (late.starts_at, late.id)
                    and e.ends_at > late.starts_at limit 10) early
            where late.busy_until > late.starts_at
            union all
            select late.id, early.id, null, late.person_id from led late cross join lateral (
                select e.id from led e where e.person_id = late.person_id and (e.starts_at, e.id) < (late.starts_at, late.id)
                    and e.ends_at > late.starts_at limit 10) early
            where late.busy_until > late.starts_at),
        clashes as (
            select a.reference, a.title, a.starts_at, a.ends_at, b.reference as other, b.title as other_title, b.starts_at as other_starts_at,
                b.ends_at as other_ends_at, p.room_id, p.person_id
            from pairs p join mine a on a.id = least(p.one, p.other) join mine b on b.id = greatest(p.one, p.other)
            union all
            select a.reference, a.title, a.starts_at, a.ends_at, s.reference, b.title, lower(b.during), upper(b.during), a.room_id, null
            from mine a join release_session b on b.live and b.event_id <> $1 and b.room_id = a.room_id
                and b.during && tstzrange(a.starts_at, a.ends_at)
            join session s on s.id = b.session_id
            union all
            select a.reference, a.title, a.starts_at, a.ends_at, s.reference, b.title, lower(b.during), upper(b.during), null, fa.person_id
            from mine a join session_facilitator fa on fa.session_id = a.id
            join release_facilitator fb on fb.person_id = fa.person_id and fb.live and fb.during && tstzrange(a.starts_at, a.ends_at)
            join release_session b on b.release_id = fb.release_id and b.session_id = fb.session_id and b.event_id <> $1
            join session s on s.id = b.session_id)
        select c.reference, c.title, c.starts_at, c.ends_at, c.other, c.other_title, c.other_starts_at, c.other_ends_at,
            case when c.room_id is null then 'facilitator' else 'room' end, coalesce(si.name || '/' || r.name, p.name)
        from clashes c left join room r on r.id = c.room_id left join site si on si.id = r.site_id left join person p on p.id = c.person_id
        order by c.reference, c.other, 9 limit 500
        """
    package let event: ID<Event>

    package init(_ event: ID<Event>) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> PlanClash {
        func name() throws -> SessionName {
            try SessionName(
                reference: row.next(), title: row.next(), startsAt: row.next(), endsAt: row.next())
        }
        let (first, second) = (try name(), try name())
        let kind: String = try row.next()
        return PlanClash(
            kind: kind == "room" ? .room : .facilitator, first: first, second: second, name: try row.next())
    }
}

package struct InsertRelease: Statement {
    package static let sql = """
        with number as (update event set latest_release = latest_release + 1, revision = revision + 1,
                state = case when state = 'draft' then 'published' else state end, published_at = coalesce(published_at, app.app_now())
            where id = $1 returning latest_release)
        insert into release (event_id, number, note, published_by) select $1, latest_release, $2, $3 from number returning id, number
        """
    package let event: ID<Event>
    package let note: String
    package let by: ID<Person>?

    package init(event: ID<Event>, note: String, by: ID<Person>?) {
        self.event = event
        self.note = note
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(event, note, by) }

    package static func decode(_ row: inout RowReader) throws -> (id: Int, number: Int) {
        (try row.next(), try row.next())
    }
}

/// The release before is no longer the newest.
package struct RetireCopies: Statement {
    package static let sql = """
        with retired as (update release_session set latest = false, live = false where event_id = $1 and latest returning release_id, session_id)
        update release_facilitator f set live = false from retired r where f.release_id = r.release_id and f.session_id = r.session_id and f.live
        """
    package let event: ID<Event>

    package init(_ event: ID<Event>) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }
}

package struct CopyIntoRelease: Statement {
    package static let sql = """
        insert into release_session (release_id, session_id, event_id, title, kind, strand_id, description, during, room_id, online, capacity, latest, live)
        select $1, s.id, s.event_id, s.title, s.kind, s.strand_id, s.description, tstzrange(s.starts_at, s.ends_at), s.room_id,
            s.online_url is not null, s.capacity, true, s.state <> 'cancelled'
        from session s where s.event_id = $2 and s.starts_at is not null and (s.state <> 'cancelled' or s.ever_released)
        """
    package let release: Int
    package let event: ID<Event>

    package init(release: Int, event: ID<Event>) {
        self.release = release
        self.event = event
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(release, event) }
}

package struct CopyFacilitatorsIntoRelease: Statement {
    package static let sql = """
        insert into release_facilitator (release_id, session_id, person_id, during, live)
        select rs.release_id, rs.session_id, f.person_id, rs.during, rs.live
        from release_session rs join session_facilitator f on f.session_id = rs.session_id where rs.release_id = $1
        """
    package let release: Int

    package init(release: Int) { self.release = release }

    package func bind(to parameters: inout Parameters) { parameters.append(release) }
}

/// Marks what the release holds; calendars hear of the sessions that changed.
package struct MarkReleased: Statement {
    package static let sql = """
        update session set state = case when state = 'draft' then 'scheduled' else state end, ever_released = true,
            sequence = sequence + case when id = any($2) then 1 else 0 end,
            changed_at = case when id = any($2) or not ever_released then app.app_now() else changed_at end
        where event_id = $1 and starts_at is not null and (state = 'draft' or id = any($2))
        """
    package let event: ID<Event>
    package let changed: [ID<Session>]

    package init(event: ID<Event>, changed: [ID<Session>]) {
        self.event = event
        self.changed = changed
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(event, changed) }
}

package struct Releases: Statement {
    package static let sql = """
        select r.number, r.note, r.published_at, p.name, (select count(*) from release_session rs where rs.release_id = r.id)
        from release r join event e on e.id = r.event_id left join person p on p.id = r.published_by
        where e.slug = $1 order by r.number desc
        """
    package let event: String

    package init(event: String) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> Release {
        try Release(
            number: row.next(), note: row.next(), publishedAt: row.next(), publishedBy: row.next(), sessions: row.next()
        )
    }
}
