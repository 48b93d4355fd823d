package import Domain
import Foundation
package import Postgres

/// A browser that is signed in, for twelve hours.
package struct InsertWebSession: Statement {
    package static let sql = """
        insert into web_session (token_hash, person_id, expires_at) values ($1, $2, app.app_now() + interval '12 hours')
        """
    package let tokenHash: [UInt8]
    package let person: ID<Person>

    package init(tokenHash: [UInt8], person: ID<Person>) {
        self.tokenHash = tokenHash
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(tokenHash, person) }
}

/// Who a secret stands for, with the roles of this moment.
package struct KnownPerson: Sendable {
    package let id: ID<Person>
    package let email: String
    package let name: String
    package let roles: [Role]
    /// Whether they sit on a panel.
    package let judges: Bool
    /// Whether some scheme takes nominations.
    package let canNominate: Bool
    /// How many worries nobody has read yet, for those who protect young people; none for others.
    package let worries: Int
    /// Whether they came in with a young judge's card.
    package let judgesByCard: Bool

    static let columns = """
        p.id, p.email, p.name, array(select r.role from person_role r where r.person_id = p.id order by r.role),
        exists (select from panel_member m where m.person_id = p.id), exists (select from scheme s where s.state = 'published'
            and s.nominations_closed_at is null and app.app_now() >= s.opens_at and app.app_now() < s.closes_at),
        (select count(*) from worry w where w.seen_at is null
            and 2 = (select count(distinct r.role) from person_role r where r.person_id = p.id and r.role in ('staff', 'safeguarding'))),
        exists (select from young_judge y where y.person_id = p.id)
        """

    /// Has neither left nor come to the moment at which they leave.
    static let isHere = "p.left_at is null and (p.leaves_at is null or p.leaves_at > app.app_now())"

    static func read(_ row: inout RowReader) throws -> KnownPerson {
        try KnownPerson(
            id: row.next(), email: row.next(), name: row.next(), roles: row.next(), judges: row.next(),
            canNominate: row.next(), worries: row.next(), judgesByCard: row.next())
    }
}

package struct PersonOfWebSession: Statement {
    package static let sql = """
        select \(KnownPerson.columns) from web_session w join person p on p.id = w.person_id
        where w.token_hash = $1 and w.expires_at > app.app_now() and \(KnownPerson.isHere)
        """
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> KnownPerson { try KnownPerson.read(&row) }
}

package struct EndWebSession: Statement {
    package static let sql = "delete from web_session where token_hash = $1"
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }
}

/// Ends every session of a person in a browser.
package struct EndWebSessionsOfPerson: Statement {
    package static let sql = "delete from web_session where person_id = $1"
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }
}

/// Ends every session, token and calendar address of a person who leaves, and forgets what they need.
package struct EndAccessOfPerson: Statement {
    package static let sql = """
        with sessions as (delete from web_session where person_id = $1),
            codes as (update sign_in_code set used_at = app.app_now() where person_id = $1 and used_at is null),
            tokens as (update api_token set revoked_at = app.app_now() where person_id = $1 and revoked_at is null),
            logins as (delete from operating_system_user where person_id = $1),
            needs as (delete from person_needs where person_id = $1)
        update calendar_address set revoked_at = app.app_now() where person_id = $1 and revoked_at is null
        """
    package let person: ID<Person>

    package init(person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }
}
