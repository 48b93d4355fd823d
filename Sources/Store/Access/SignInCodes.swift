package import Domain
import Foundation
package import Postgres

/// Ends every live code of an address, so that the next one is the only one.
package struct EndSignInCodes: Statement {
    package static let sql = """
        update sign_in_code set used_at = app.app_now(), guest_name = null where email = $1 and used_at is null
        """
    package let email: String

    package init(email: String) { self.email = email }

    package func bind(to parameters: inout Parameters) { parameters.append(email) }
}

/// Makes those who ask for codes to one address wait for each other. A statement of its own: one that counts in the same
/// breath counts what was there before the wait.
package struct LockSignIn: Statement {
    package static let sql = "select pg_advisory_xact_lock(2, hashtext($1))::text"
    package let email: String

    package init(email: String) { self.email = email }

    package func bind(to parameters: inout Parameters) { parameters.append(email) }
}

/// How many codes an address asked for in the last quarter of an hour, and whose address it is. Read under `LockSignIn`.
package struct SignInRequests: Statement {
    package static let sql = """
        select (select count(*) from sign_in_code where email = $1 and created_at > app.app_now() - interval '15 minutes'),
            (select p.id from person p where p.email = $1 and \(KnownPerson.isHere))
        """
    package let email: String

    package init(email: String) { self.email = email }

    package func bind(to parameters: inout Parameters) { parameters.append(email) }

    package static func decode(_ row: inout RowReader) throws -> (recent: Int, person: ID<Person>?) {
        (try row.next(), try row.next())
    }
}

/// A new code, kept as hashes, good for fifteen minutes in one browser.
package struct InsertSignInCode: Statement {
    package static let sql = """
        insert into sign_in_code (email, person_id, browser_hash, code_hash, guest_name, expires_at)
        values ($1, $2, $3, $4, $5, app.app_now() + interval '15 minutes') returning id
        """
    package let email: String
    package let person: ID<Person>?
    package let browserHash: [UInt8]
    package let codeHash: [UInt8]
    /// What somebody who is not known yet calls themselves.
    package let guest: String?

    package init(
        email: String, person: ID<Person>?, browserHash: [UInt8], codeHash: [UInt8], guest: String? = nil
    ) {
        self.email = email
        self.person = person
        self.browserHash = browserHash
        self.codeHash = codeHash
        self.guest = guest
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(email, person, browserHash, codeHash, guest)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// The live code of an address, locked.
package struct LiveSignInCode: Statement {
    package struct Found: Sendable {
        package let id: Int
        package let person: ID<Person>?
        package let browserHash: [UInt8]
        package let codeHash: [UInt8]
        package let attempts: Int
        package let expired: Bool
        package let guest: String?
    }

    package static let sql = """
        select c.id, p.id, c.browser_hash, c.code_hash, c.attempts, c.expires_at <= app.app_now(), c.guest_name
        from sign_in_code c left join person p on p.id = c.person_id and \(KnownPerson.isHere)
        where c.email = $1 and c.used_at is null for update of c
        """
    package let email: String

    package init(email: String) { self.email = email }

    package func bind(to parameters: inout Parameters) { parameters.append(email) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            id: row.next(), person: row.next(), browserHash: row.next(), codeHash: row.next(), attempts: row.next(),
            expired: row.next(), guest: row.next())
    }
}

/// A wrong try at a code.
package struct CountSignInAttempt: Statement {
    package static let sql = "update sign_in_code set attempts = least(attempts + 1, 5) where id = $1"
    package let id: Int

    package init(id: Int) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}

/// The code did its work.
package struct UseSignInCode: Statement {
    package static let sql = "update sign_in_code set used_at = app.app_now(), guest_name = null where id = $1"
    package let id: Int

    package init(id: Int) { self.id = id }

    package func bind(to parameters: inout Parameters) { parameters.append(id) }
}
