package import Domain
package import Postgres

/// What the centre knows of a person beside what they did. One row, or none.
package struct ParticularsOfPerson: Statement {
    package static let sql = """
        select p.email, p.name, t.name, nullif(t.service, ''), o.name, p.job_title,
            array(select r.role from person_role r where r.person_id = p.id order by r.role), p.created_at,
            p.leaves_at
        from person p left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
        where p.id = $1
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Particulars {
        try PersonalRecord.Particulars(
            email: row.next(), name: row.next(), team: row.next(), service: row.next(), employer: row.next(),
            jobTitle: row.next(), roles: row.next(), since: row.next(), leavesAt: row.next())
    }
}

/// Every booking that a person ever had, the newest first. Reasons that others typed may name others, so they stay out.
package struct PlacesOfPerson: Statement {
    package static let sql = """
        select s.reference, coalesce(rs.title, s.title), coalesce(lower(rs.during), s.starts_at), coalesce(upper(rs.during), s.ends_at), b.state,
            b.booked_at, b.changed_at,
            b.booked_by is null or b.booked_by = b.person_id, array_remove(array[
                (select h.reason from booking_history h where h.booking_id = b.id and h.by_person = b.person_id and h.to_state = b.state
                    order by h.id desc limit 1), b.passed_over_reason], null)
        from booking b join session s on s.id = b.session_id left join release_session rs on rs.session_id = s.id and rs.latest
        where b.person_id = $1 order by b.booked_at desc, b.id desc limit 2000
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Place {
        try PersonalRecord.Place(
            session: row.next(), title: row.next(), startsAt: row.next(), endsAt: row.next(), state: row.next(),
            bookedAt: row.next(),
            changedAt: row.next(), byOneself: row.next(), notes: row.next())
    }
}

/// Every way in that a person has or had: the secrets themselves are not kept.
package struct WaysInOfPerson: Statement {
    package static let sql = """
        select kind, made_at, used_at, ended_at from (
            select 'browser' as kind, created_at as made_at, seen_at as used_at, expires_at as ended_at from web_session where person_id = $1
            union all select 'code', created_at, used_at, expires_at from sign_in_code where person_id = $1
            union all select 'calendar', created_at, used_at, revoked_at from calendar_address where person_id = $1
            union all select 'token', created_at, used_at, revoked_at from api_token where person_id = $1) ways
        order by made_at desc limit 500
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.WayIn {
        try PersonalRecord.WayIn(kind: row.next(), madeAt: row.next(), usedAt: row.next(), endedAt: row.next())
    }
}

/// Every letter that was owed to a person, the newest first.
package struct LettersOfPerson: Statement {
    package static let sql = """
        select template, created_at, sent_at from outbox where person_id = $1 order by id desc limit 500
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Letter {
        try PersonalRecord.Letter(template: row.next(), madeAt: row.next(), sentAt: row.next())
    }
}

/// What the audit says of a person: their own doing, and what was done for them or to their entry. Others stay unnamed.
package struct DeedsAboutPerson: Statement {
    package static let sql = """
        select a.at, a.actor_id is not distinct from $1, a.channel, a.action,
            case when a.object ~ '^(session|event|series|release|strand):' then a.object
                when a.after ->> 'session' is not null then 'session:' || (a.after ->> 'session') else '' end
        from audit_entry a
        where a.actor_id = $1 or a.on_behalf_of = $1 or a.object = 'person:' || $1
        order by a.id desc limit 500
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PersonalRecord.Deed {
        try PersonalRecord.Deed(
            at: row.next(), byOneself: row.next(), channel: row.next(), action: row.next(), object: row.next())
    }
}
