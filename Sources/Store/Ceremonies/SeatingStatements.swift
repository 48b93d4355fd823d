package import Domain
package import Foundation
package import Postgres

/// The tables of a ceremony, in the order in which they were set; for those who schedule.
package struct CeremonyTables: Statement {
    package struct Found: Sendable {
        package let id: Int
        package let name: String
        package let seats: Int
        package let taken: Int
    }

    package static let sql = """
        select t.id, t.name, t.seats::bigint, t.taken::bigint from ceremony_table t join ceremony c on c.id = t.ceremony_id
        where c.slug = $3 and app.actor_schedules($1, $2) order by t.id
        """
    package let actor: Actor
    package let ceremony: String

    package init(_ actor: Actor, of ceremony: String) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(id: row.next(), name: row.next(), seats: row.next(), taken: row.next())
    }
}

package struct InsertTable: Statement {
    package static let sql = "insert into ceremony_table (ceremony_id, name, seats) values ($1, $2, $3)"
    package let ceremony: Int
    package let name: String
    package let seats: Int

    package init(ceremony: Int, name: String, seats: Int) {
        self.ceremony = ceremony
        self.name = name
        self.seats = seats
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, name, Int32(clamping: seats))
    }
}

package struct UpdateTable: Statement {
    package static let sql = "update ceremony_table set seats = $2 where id = $1"
    package let table: Int
    package let seats: Int

    package init(_ table: Int, seats: Int) {
        self.table = table
        self.seats = seats
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(table, Int32(clamping: seats)) }
}

/// Takes a table away; who sat at it stands.
package struct ClearTable: Statement {
    package static let sql = "update guest set table_id = null where table_id = $1"
    package let table: Int

    package init(_ table: Int) { self.table = table }

    package func bind(to parameters: inout Parameters) { parameters.append(table) }
}

package struct DeleteTable: Statement {
    package static let sql = "delete from ceremony_table where id = $1"
    package let table: Int

    package init(_ table: Int) { self.table = table }

    package func bind(to parameters: inout Parameters) { parameters.append(table) }
}

/// Seats a guest with their party, or lets them stand.
package struct SeatGuest: Statement {
    package static let sql = "update guest set table_id = $2 where public_id = $1"
    package let guest: UUID
    package let table: Int?

    package init(_ guest: UUID, at table: Int?) {
        self.guest = guest
        self.table = table
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(guest, table) }
}

/// Records that two guests sit apart or together; nil forgets it.
package struct SetSeatWish: Statement {
    package static let sql = """
        insert into seat_wish (ceremony_id, one_id, other_id, apart)
        select a.ceremony_id, least(a.id, b.id), greatest(a.id, b.id), $3
        from guest a join guest b on b.ceremony_id = a.ceremony_id where a.public_id = $1 and b.public_id = $2
        on conflict (one_id, other_id) do update set apart = excluded.apart
        """
    package let one: UUID
    package let other: UUID
    package let isApart: Bool

    package init(_ one: UUID, _ other: UUID, isApart: Bool) {
        self.one = one
        self.other = other
        self.isApart = isApart
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(one, other, isApart) }
}

package struct ForgetSeatWish: Statement {
    package static let sql = """
        delete from seat_wish w using guest a, guest b
        where a.public_id = $1 and b.public_id = $2 and w.one_id = least(a.id, b.id) and w.other_id = greatest(a.id, b.id)
        """
    package let one: UUID
    package let other: UUID

    package init(_ one: UUID, _ other: UUID) {
        self.one = one
        self.other = other
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(one, other) }
}

/// Who is to sit apart or together, by the guests' outward ids; for those who schedule.
package struct SeatWishes: Statement {
    package static let sql = """
        select a.public_id, b.public_id, w.apart from seat_wish w join ceremony c on c.id = w.ceremony_id
            join guest a on a.id = w.one_id join guest b on b.id = w.other_id
        where c.slug = $3 and app.actor_schedules($1, $2) order by w.one_id, w.other_id
        """
    package let actor: Actor
    package let ceremony: String

    package init(_ actor: Actor, of ceremony: String) {
        self.actor = actor
        self.ceremony = ceremony
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(ceremony)
    }

    package static func decode(_ row: inout RowReader) throws -> (one: UUID, other: UUID, isApart: Bool) {
        (try row.next(), try row.next(), try row.next())
    }
}

/// Writes down how many of a party are here, where as many are known to be here as whoever asks saw, or as they say. No row: they saw
/// something older.
package struct ArriveGuest: Statement {
    package static let sql = """
        update guest set arrived = $2::int, arrived_at = case when $2 > 0 then coalesce(arrived_at, app.app_now()) end
        where public_id = $1 and (arrived = $3 or arrived = $2) returning arrived::bigint
        """
    package let guest: UUID
    package let arrived: Int
    package let seen: Int

    package init(_ guest: UUID, arrived: Int, seen: Int) {
        self.guest = guest
        self.arrived = arrived
        self.seen = seen
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(guest, arrived, seen) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
