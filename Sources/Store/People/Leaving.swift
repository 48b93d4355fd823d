package import Domain
package import Foundation
package import Postgres

/// The moment from which a person has no access; nil takes it back. No row: they have left already.
package struct SetLeaving: Statement {
    package static let sql = "update person set leaves_at = $2 where id = $1 and left_at is null returning public_id"
    package let person: ID<Person>
    package let at: Date?

    package init(_ person: ID<Person>, at: Date?) {
        self.person = person
        self.at = at
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, at) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// When a person is to leave, if that is set; for admins.
package struct LeavingOf: Statement {
    package static let sql = """
        select leaves_at from person
        where public_id = $3 and left_at is null and leaves_at is not null and app.actor_holds($1, $2, array['admin'])
        """
    package let actor: Actor
    package let person: UUID

    package init(_ actor: Actor, person: UUID) {
        self.actor = actor
        self.person = person
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(person)
    }

    package static func decode(_ row: inout RowReader) throws -> Date { try row.next() }
}

/// When a person is to leave, if that is set, for themselves.
package struct OwnLeaving: Statement {
    package static let sql = "select leaves_at from person where id = $1 and left_at is null and leaves_at is not null"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Date { try row.next() }
}

/// Somebody whose day has come and whose places have not been released yet, locked unless another worker is at it.
package struct LeaverDue: Statement {
    package static let sql = """
        select email from person where left_at is null and leaves_at <= app.app_now()
        order by leaves_at, id limit 1 for no key update skip locked
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
