package import Domain
package import Postgres

/// What the actor did last that can be undone: every such entry of one transaction, newest first.
package struct NewestUndoable: Statement {
    package static let sql = """
        with newest as (
            select a.id, a.xmin as written from audit_entry a
            where a.actor_id = $1 and a.undoes is null and not exists (select from audit_entry u where u.undoes = a.id)
                and a.action in ('session.move', 'session.change', 'session.cancel', 'booking.book', 'booking.cancel')
            order by a.id desc limit 1)
        select a.id, a.action, a.object from newest n join audit_entry a on a.id between n.id - 1000 and n.id and a.xmin = n.written
        where a.actor_id = $1 and a.undoes is null and not exists (select from audit_entry u where u.undoes = a.id)
            and a.action in ('session.move', 'session.change', 'session.cancel')
        order by a.id desc limit 500
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> (id: Int, action: String, object: String) {
        (try row.next(), try row.next(), try row.next())
    }
}
