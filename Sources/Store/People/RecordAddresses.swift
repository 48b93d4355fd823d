package import Domain
package import Foundation
package import Postgres

package struct InsertRecordAddress: Statement {
    package static let sql = "insert into record_address (token_hash, person_id) values ($1, $2)"
    package let tokenHash: [UInt8]
    package let person: ID<Person>

    package init(tokenHash: [UInt8], person: ID<Person>) {
        self.tokenHash = tokenHash
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(tokenHash, person) }
}

/// Somebody who leaves or has left, and the last moment at which their record opens; by a secret address, or for their mail.
package struct Leaver: Statement {
    package struct Found: Sendable {
        package let person: ID<Person>
        package let name: String
        /// The first moment that is too late.
        package let until: Date
    }

    package static let sql = """
        select p.id, p.name, least(p.left_at, p.leaves_at) + interval '30 days'
        from person p
        where least(p.left_at, p.leaves_at) + interval '30 days' > app.app_now()
            and (p.public_id = $1 or exists (select from record_address a where a.person_id = p.id and a.token_hash = $2))
        """
    package let id: UUID?
    package let tokenHash: [UInt8]?

    package init(id: UUID) {
        self.id = id
        tokenHash = nil
    }

    package init(tokenHash: [UInt8]) {
        id = nil
        self.tokenHash = tokenHash
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(person: row.next(), name: row.next(), until: row.next())
    }
}
