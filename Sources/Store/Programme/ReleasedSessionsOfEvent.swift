package import Domain
package import Postgres

/// The programme of one event as released: what `ReleasedSessions` answers for `SessionFilter(event:)`, without who
/// leads (`ReleasedFacilitators`). The most read statement of all; a plan of its own and one sub-select fewer for each
/// row make it four times as fast as the general one.
package struct ReleasedSessionsOfEvent: Statement {
    package static let sql = """
        select s.id, s.public_id, s.reference, e.slug, e.title, e.state, rs.title, rs.kind, st.name, st.slug, rs.description,
            lower(rs.during), upper(rs.during), r.name, r.access, si.name, si.slug, si.address, rs.online, s.capacity, s.taken, s.waiting,
            case when s.state = 'scheduled' and upper(rs.during) <= (select app.app_now()) then 'completed' else s.state end, s.cancel_reason,
            s.cancelled_at, s.sequence, s.changed_at, s.created_at, s.revision, s.series_id, s.recurrence_id, '{}'::text[]
        from event e
        join release_session rs on rs.event_id = e.id and rs.latest
        join session s on s.id = rs.session_id
        left join strand st on st.id = rs.strand_id
        left join room r on r.id = rs.room_id
        left join site si on si.id = r.site_id
        where e.slug = $1
        order by lower(rs.during), s.reference
        """
    package let event: String

    package init(_ event: String) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> Session { try Session.read(&row) }
}

/// Who leads the released sessions of one event, by name.
package struct ReleasedFacilitators: Statement {
    package static let sql = """
        select f.session_id, p.name
        from event e
        join release_session rs on rs.event_id = e.id and rs.latest
        join release_facilitator f on f.release_id = rs.release_id and f.session_id = rs.session_id
        join person p on p.id = f.person_id
        where e.slug = $1
        order by p.name
        """
    package let event: String

    package init(_ event: String) { self.event = event }

    package func bind(to parameters: inout Parameters) { parameters.append(event) }

    package static func decode(_ row: inout RowReader) throws -> (session: ID<Session>, name: String) {
        (try row.next(), try row.next())
    }
}
