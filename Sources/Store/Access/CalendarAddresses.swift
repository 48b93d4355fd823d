package import Domain
package import Foundation
package import Postgres

package struct RevokeCalendarAddress: Statement {
    package static let sql =
        "update calendar_address set revoked_at = app.app_now() where person_id = $1 and revoked_at is null"
    package let person: ID<Person>

    package init(person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }
}

package struct InsertCalendarAddress: Statement {
    package static let sql = "insert into calendar_address (person_id, token_hash) values ($1, $2)"
    package let person: ID<Person>
    package let tokenHash: [UInt8]

    package init(person: ID<Person>, tokenHash: [UInt8]) {
        self.person = person
        self.tokenHash = tokenHash
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, tokenHash) }
}

/// When the person's live address was made, if there is one. The address itself is not kept.
package struct CalendarAddressMade: Statement {
    package static let sql = "select created_at from calendar_address where person_id = $1 and revoked_at is null"
    package let person: ID<Person>

    package init(person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> Date { try row.next() }
}

/// Whose feed it is. An address that nobody fetched for 400 days is dead.
package struct PersonOfCalendarAddress: Statement {
    package static let sql = """
        select \(KnownPerson.columns) from calendar_address c join person p on p.id = c.person_id
        where c.token_hash = $1 and c.revoked_at is null and \(KnownPerson.isHere)
            and coalesce(c.used_at, c.created_at) > app.app_now() - interval '400 days'
        """
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> KnownPerson { try KnownPerson.read(&row) }
}

/// Notes the day of use, at most once a day.
package struct TouchCalendarAddress: Statement {
    package static let sql = """
        update calendar_address set used_at = app.app_now()
        where token_hash = $1 and coalesce(used_at, created_at) < app.app_now() - interval '1 day'
        """
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }
}
