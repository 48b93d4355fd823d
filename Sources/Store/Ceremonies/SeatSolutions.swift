package import Domain
package import Foundation
package import Postgres

/// Seats guests at tables, all at once, and remembers where they sat before in the stead of what was remembered.
package struct ApplySeats: Statement {
    package static let sql = """
        with wanted as (
            select g.id, g.ceremony_id, g.table_id as before_id, w.table_id as after_id
            from unnest($2::uuid[], $3::bigint[]) w (public_id, table_id) join guest g on g.public_id = w.public_id
            where g.ceremony_id = $1 and g.table_id is distinct from w.table_id),
        remembered as (
            insert into seat_before (guest_id, ceremony_id, before_id, after_id)
            select id, ceremony_id, before_id, after_id from wanted)
        update guest g set table_id = w.after_id from wanted w where g.id = w.id
        """
    package let ceremony: Int
    package let seats: [(guest: UUID, table: Int)]

    package init(ceremony: Int, _ seats: [(guest: UUID, table: Int)]) {
        self.ceremony = ceremony
        self.seats = seats
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(ceremony, seats.map(\.guest), seats.map(\.table))
    }
}

package struct ForgetSeatsBefore: Statement {
    package static let sql = "delete from seat_before where ceremony_id = $1"
    package let ceremony: Int

    package init(ceremony: Int) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }
}

/// Puts guests back where they sat, those of them who are still where they were put; answers how many.
package struct RestoreSeats: Statement {
    package static let sql = """
        with back as (
            update guest g set table_id = b.before_id from seat_before b
            where b.ceremony_id = $1 and g.id = b.guest_id and g.table_id = b.after_id returning g.id)
        select count(*) from back
        """
    package let ceremony: Int

    package init(ceremony: Int) { self.ceremony = ceremony }

    package func bind(to parameters: inout Parameters) { parameters.append(ceremony) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// How many guests could go back to where they sat; for those who schedule.
package struct SeatsToRestore: Statement {
    package static let sql = """
        select count(*) from seat_before b join guest g on g.id = b.guest_id and g.table_id = b.after_id
            join ceremony c on c.id = b.ceremony_id
        where c.slug = $3 and app.actor_schedules($1, $2)
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

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
