package import Domain
package import Foundation
package import Postgres

/// When anything about a person's own bookings last changed, those given back included; for one who waits, also when somebody
/// ahead of them moved. No row: they never booked.
package struct NewestBookingChange: Statement {
    package static let sql = """
        select greatest(max(b.changed_at), max(ahead.changed_at)) from booking b
        left join lateral (select max(w.changed_at) as changed_at from booking w
            where b.state = 'waiting' and w.session_id = b.session_id and w.queue_number < b.queue_number) ahead on true
        where b.person_id = $1 having count(*) > 0
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Date { try row.next() }
}
