package import Domain
package import Postgres

/// The roles that a person holds, is to hold and held.
package struct OwnRoles: Statement {
    package static let sql = """
        select \(RoleGrantsOfPerson.columns) from role_grant g where g.person_id = $1 and \(RoleGrantsOfPerson.began)
        order by \(RoleGrantsOfPerson.order)
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> RoleGrant { try RoleGrantsOfPerson.decode(&row) }
}

/// The posts that a person holds, is to hold and held.
package struct OfficesOfPerson: Statement {
    package static let sql = """
        select p.name, h.from_day, h.to_day from post_holder h join post p on p.id = h.post_id where h.person_id = $1
        order by h.from_day desc, p.name
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Office {
        try PersonalRecord.Office(post: row.next(), from: row.next(), to: row.next())
    }
}

/// The sessions that a person is down to lead, in the draft or in what was released.
package struct LeadsOfPerson: Statement {
    package static let sql = """
        select s.reference, coalesce(rs.title, s.title), coalesce(lower(rs.during), s.starts_at), coalesce(upper(rs.during), s.ends_at),
            case when s.state = 'scheduled' and coalesce(upper(rs.during), s.ends_at) <= (select app.app_now()) then 'completed' else s.state end
        from session s left join release_session rs on rs.session_id = s.id and rs.latest
        where s.id in (select f.session_id from session_facilitator f where f.person_id = $1
            union select f.session_id from release_facilitator f where f.person_id = $1)
        order by coalesce(lower(rs.during), s.starts_at) desc nulls first, s.reference limit 2000
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Lead {
        try PersonalRecord.Lead(
            session: row.next(), title: row.next(), startsAt: row.next(), endsAt: row.next(), state: row.next())
    }
}

/// The files that went out with the person in them, the newest first: every list of people since they were known, lists of
/// bookings where they had one, and of sessions where they lead. Who took them, and what for, may name others and stays out.
package struct ExportsWithPerson: Statement {
    package static let sql = """
        select a.at, split_part(a.object, ':', 2), e.title
        from audit_entry a join person p on p.id = $1 left join event e on e.slug = a.after ->> 'event'
        where a.action in ('export.csv', 'export.calendar')
            and a.object in ('export:people', 'export:bookings', 'export:sessions', 'export:series', 'export:calendar')
            and a.at >= p.created_at and case a.object
                when 'export:calendar' then a.after ->> 'of' = 'person:' || p.id
                when 'export:people' then p.left_at is null or a.at < p.left_at
                when 'export:bookings' then exists (select from booking b join session s on s.id = b.session_id
                    where b.person_id = p.id and b.booked_at <= a.at and s.event_id = coalesce(e.id, s.event_id))
                when 'export:sessions' then exists (select from session_facilitator f join session s on s.id = f.session_id
                    where f.person_id = p.id and s.created_at <= a.at and s.event_id = coalesce(e.id, s.event_id))
                else exists (select from series_facilitator f join series s on s.id = f.series_id
                    where f.person_id = p.id and s.event_id = coalesce(e.id, s.event_id)) end
        order by a.id desc limit 200
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Export {
        try PersonalRecord.Export(at: row.next(), kind: row.next(), event: row.next())
    }
}

/// The nominations that a person made, the newest first.
package struct NominationsOfPerson: Statement {
    package static let sql = """
        select c.title || ', ' || s.title, x.state, x.made_at, (select count(*) from nomination_file f where f.nomination_id = x.id)
        from nomination x join category c on c.id = x.category_id join scheme s on s.id = x.scheme_id
        where x.nominator_id = $1 order by x.id desc limit 500
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Nominated {
        try PersonalRecord.Nominated(award: row.next(), state: row.next(), madeAt: row.next(), files: row.next())
    }
}
