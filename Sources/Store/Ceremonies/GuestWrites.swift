package import Domain
package import Foundation
package import Postgres

/// Holds the guest list of a ceremony until the work is over.
package struct LockGuestList: Statement {
    package static let sql = "select id from ceremony where slug = $1 for no key update"
    package let ceremony: String

    package init(_ ceremony: String) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Every guest of a ceremony as they are found again: by address, by person, or by name and party.
package struct GuestKeys: Statement {
    package struct Found: Sendable {
        package let id: ID<Guest>
        package let publicID: UUID
        package let name: String?
        package let email: String?
        package let party: Int
        package let kind: Guest.Kind

        package init(id: ID<Guest>, publicID: UUID, name: String?, email: String?, party: Int, kind: Guest.Kind) {
            self.id = id
            self.publicID = publicID
            self.name = name
            self.email = email
            self.party = party
            self.kind = kind
        }
    }

    package static let sql = """
        select g.id, g.public_id, case when g.person_id is null then \(Guest.called) end, coalesce(g.email, p.email), g.party::bigint,
            case when g.person_id is not null then 'person' when g.name is not null then 'named' else 'young' end
        from guest g \(Guest.joins) where g.ceremony_id = $1 order by g.id
        """
    package let ceremony: Int

    package init(ceremony: Int) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            id: row.next(), publicID: row.next(), name: row.next(), email: row.next(), party: row.next(),
            kind: row.next())
    }
}

/// Adds guests, in order. One row each: its key.
package struct InsertGuests: Statement {
    package struct New: Sendable {
        package let publicID: UUID
        package let person: ID<Person>?
        package let name: String?
        package let email: String?
        package let party: Int

        package init(publicID: UUID, person: ID<Person>?, name: String?, email: String?, party: Int) {
            self.publicID = publicID
            self.person = person
            self.name = name
            self.email = email
            self.party = party
        }
    }

    package static let sql = """
        insert into guest (public_id, ceremony_id, person_id, name, email, party, added_by)
        select public_id, $1, person_id, name, email, party::int, $2
        from unnest($3::uuid[], $4::bigint[], $5::text[], $6::text[], $7::bigint[]) with ordinality
            as n(public_id, person_id, name, email, party, place)
        order by place returning public_id, id
        """
    package let ceremony: Int
    package let by: ID<Person>?
    package let guests: [New]

    package init(ceremony: Int, by: ID<Person>?, _ guests: [New]) {
        self.ceremony = ceremony
        self.by = by
        self.guests = guests
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, by)
        parameters.bind(guests.map(\.publicID), guests.map(\.person), guests.map(\.name))
        parameters.bind(guests.map(\.email), guests.map(\.party))
    }

    package static func decode(_ row: inout RowReader) throws -> (publicID: UUID, id: ID<Guest>) {
        (try row.next(), try row.next())
    }
}

/// Adds a young person who was nominated, for those who may screen or protect them. No row: not a young person's candidate, or not
/// theirs to see.
package struct InsertYoungGuest: Statement {
    package static let sql = """
        insert into guest (public_id, ceremony_id, nominee_id, party, added_by)
        select $1, $2, n.id, $3::int, $4
        from candidate k join nominee n on n.id = k.nominee_id join category a on a.id = k.category_id join scheme s on s.id = a.scheme_id
        where n.pseudonym is not null and s.slug = $5 and a.slug = $6 and k.code = $7
        on conflict on constraint guest_nominee_once do nothing returning id
        """
    package let publicID: UUID
    package let ceremony: Int
    package let party: Int
    package let by: ID<Person>?
    package let candidate: AwardPath

    package init(publicID: UUID, ceremony: Int, party: Int, by: ID<Person>?, candidate: AwardPath) {
        self.publicID = publicID
        self.ceremony = ceremony
        self.party = party
        self.by = by
        self.candidate = candidate
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(publicID, ceremony, party, by)
        parameters.bind(candidate.scheme, candidate.part, candidate.code ?? "")
    }

    package static func decode(_ row: inout RowReader) throws -> ID<Guest> { try row.next() }
}

/// Changes names and parties. Fewer come where fewer are invited; a party that its table cannot hold any more leaves it.
package struct UpdateGuests: Statement {
    package static let sql = """
        update guest g set name = n.name, email = n.email, party = n.party::int,
            coming = case when g.coming > n.party then n.party::int else g.coming end, arrived = least(g.arrived, n.party::int),
            table_id = case when t.taken - g.chairs + least(g.coming, n.party::int) <= t.seats then g.table_id end
        from unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[]) as n(id, name, email, party)
            join guest f on f.id = n.id left join ceremony_table t on t.id = f.table_id
        where g.id = n.id
        """
    package struct Change: Sendable {
        package let id: ID<Guest>
        /// Nil for a person of the system and a young person, whose names are kept elsewhere.
        package let name: String?
        package let email: String?
        package let party: Int

        package init(id: ID<Guest>, name: String?, email: String?, party: Int) {
            self.id = id
            self.name = name
            self.email = email
            self.party = party
        }
    }
    package let changes: [Change]

    package init(_ changes: [Change]) { self.changes = changes }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(changes.map(\.id), changes.map(\.name), changes.map(\.email), changes.map(\.party))
    }
}

/// Forgets what these guests told about their needs.
package struct DeleteGuestNeeds: Statement {
    package static let sql = "delete from guest_need where guest_id = any($1)"
    package let guests: [ID<Guest>]

    package init(_ guests: [ID<Guest>]) { self.guests = guests }

    package func bind(to parameters: inout Parameters) { parameters.append(guests) }
}

package struct InsertGuestNeeds: Statement {
    package static let sql = """
        insert into guest_need (guest_id, need, people, words)
        select guest_id, need, people::int, words from unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[]) as n(guest_id, need, people, words)
        """
    package let guests: [ID<Guest>]
    package let needs: [String]
    package let people: [Int]
    package let words: [String?]

    package init(_ told: [(guest: ID<Guest>, needs: GuestNeeds)]) {
        var rows: [(guest: ID<Guest>, need: String, people: Int, words: String?)] = []
        for (guest, needs) in told {
            for (need, people) in needs.people { rows.append((guest, need.rawValue, people, nil)) }
            if !needs.diet.isEmpty { rows.append((guest, "other_diet", 1, needs.diet)) }
            if !needs.access.isEmpty { rows.append((guest, "other_access", 1, needs.access)) }
        }
        guests = rows.map(\.guest)
        needs = rows.map(\.need)
        people = rows.map(\.people)
        words = rows.map(\.words)
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(guests, needs, people, words) }
}

package struct DeleteGuest: Statement {
    package static let sql = "delete from guest where id = $1"
    package let guest: ID<Guest>

    package init(_ guest: ID<Guest>) { self.guest = guest }

    package func bind(to parameters: inout Parameters) { parameters.append(guest) }
}

/// Holds a guest, by what is known outside. No row: there is none.
package struct LockGuest: Statement {
    package struct Found: Sendable {
        package let id: ID<Guest>
        package let ceremony: Int
        package let slug: String
        package let kind: Guest.Kind
        package let email: String?
        package let party: Int
        package let hasBegun: Bool
    }

    package static let sql = """
        select g.id, g.ceremony_id, c.slug, case when g.person_id is not null then 'person' when g.name is not null then 'named' else 'young' end,
            coalesce(g.email, p.email), g.party::bigint, c.starts_at <= app.app_now()
        from guest g join ceremony c on c.id = g.ceremony_id left join person p on p.id = g.person_id and p.left_at is null
        where g.public_id = $1 for no key update of g
        """
    package let id: UUID

    package init(id: UUID) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            id: row.next(), ceremony: row.next(), slug: row.next(), kind: row.next(), email: row.next(),
            party: row.next(), hasBegun: row.next())
    }
}

/// Records how many come. Where more come than their table holds, they are seated again later: a reply is never refused for a chair.
package struct ReplyForGuest: Statement {
    package static let sql = """
        update guest g set coming = $2::int, replied_at = app.app_now(),
            table_id = case when t.taken - g.chairs + $2::int <= t.seats and $2 > 0 then g.table_id end
        from guest f left join ceremony_table t on t.id = f.table_id
        where g.id = $1 and f.id = g.id
        """
    package let guest: ID<Guest>
    package let coming: Int

    package init(_ guest: ID<Guest>, coming: Int) {
        self.guest = guest
        self.coming = coming
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(guest, coming) }
}
