package import Domain
package import Postgres

/// A person's live bookings whose session reads otherwise than it did when they were made: what the release of that moment
/// said, and what the newest says. A booking older than every release is held against the first.
package struct ChangesSinceBooked: Statement {
    package struct Found: Sendable {
        package let reference: String
        package let before: ReleasedContent
        package let after: ReleasedContent
    }

    package static let sql = """
        select s.reference, \(content("old")), \(content("new"))
        from booking b join session s on s.id = b.session_id
        join release_session new on new.session_id = s.id and new.latest
        join lateral (select least(b.booked_at, app.app_now()) as at) made on true
        join lateral (
            select rs.* from release_session rs join release r on r.id = rs.release_id where rs.session_id = s.id
            order by r.published_at <= made.at desc, case when r.published_at <= made.at then -r.number else r.number end
            limit 1) old on old.release_id <> new.release_id
        where b.person_id = $1 and b.state in ('requested', 'confirmed', 'waiting', 'offered')
            and ($2::text is null or s.reference = $2)
        order by s.reference
        """
    package let person: ID<Person>
    package let reference: String?

    package init(_ person: ID<Person>, reference: String?) {
        self.person = person
        self.reference = reference
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, reference) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(reference: row.next(), before: content(&row), after: content(&row))
    }

    private static func content(_ copy: String) -> String {
        """
        \(copy).title, \(copy).kind, (select st.name from strand st where st.id = \(copy).strand_id), \(copy).description,
            lower(\(copy).during), upper(\(copy).during),
            (select si.name || ', ' || r.name from room r join site si on si.id = r.site_id where r.id = \(copy).room_id),
            \(copy).online, \(copy).capacity,
            array(select p.name from release_facilitator f join person p on p.id = f.person_id
                where f.release_id = \(copy).release_id and f.session_id = \(copy).session_id order by p.name)
        """
    }

    private static func content(_ row: inout RowReader) throws -> ReleasedContent {
        try ReleasedContent(
            title: row.next(), kind: row.next(), strand: row.next(), description: row.next(), startsAt: row.next(),
            endsAt: row.next(), room: row.next(), online: row.next(), capacity: row.next(), facilitators: row.next(),
            cancelled: false)
    }
}
