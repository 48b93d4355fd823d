package import Domain
package import Postgres

package struct InsertToken: Statement {
    package static let sql = "insert into api_token (person_id, token_hash) values ($1, $2) returning id"
    package let person: ID<Person>
    package let tokenHash: [UInt8]

    package init(person: ID<Person>, tokenHash: [UInt8]) {
        self.person = person
        self.tokenHash = tokenHash
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

package struct PersonOfToken: Statement {
    package static let sql = """
        select \(KnownPerson.columns) from api_token t join person p on p.id = t.person_id
        where t.token_hash = $1 and t.revoked_at is null and \(KnownPerson.isHere)
        """
    package let tokenHash: [UInt8]

    package init(tokenHash: [UInt8]) { self.tokenHash = tokenHash }

    package func bind(to parameters: inout Parameters) { parameters.append(tokenHash) }

    package static func decode(_ row: inout RowReader) throws -> KnownPerson { try KnownPerson.read(&row) }
}

/// An admin revokes any token, a person their own. No row: there is none such.
package struct RevokeToken: Statement {
    package static let sql = """
        update api_token set revoked_at = coalesce(revoked_at, app.app_now())
        where id = $3 and (app.actor_holds($1, $2, array['admin']) or person_id = $1) returning id
        """
    package let actor: Actor
    package let id: Int

    package init(_ actor: Actor, id: Int) {
        self.actor = actor
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(id)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

package struct LinkOperatingSystemUser: Statement {
    package static let sql = """
        insert into operating_system_user (name, person_id) values ($1, $2)
        on conflict (name) do update set person_id = excluded.person_id
        """
    package let name: String
    package let person: ID<Person>

    package init(name: String, person: ID<Person>) {
        self.name = name
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(name, person) }
}

package struct PersonOfOperatingSystemUser: Statement {
    package static let sql = """
        select \(KnownPerson.columns) from operating_system_user u join person p on p.id = u.person_id
        where u.name = $1 and \(KnownPerson.isHere)
        """
    package let name: String

    package init(name: String) { self.name = name }

    package func bind(to parameters: inout Parameters) { parameters.append(name) }

    package static func decode(_ row: inout RowReader) throws -> KnownPerson { try KnownPerson.read(&row) }
}

package struct KnownPersonByEmail: Statement {
    package static let sql =
        "select \(KnownPerson.columns) from person p where p.email = $1 and \(KnownPerson.isHere)"
    package let email: String

    package init(email: String) { self.email = email }

    package func bind(to parameters: inout Parameters) { parameters.append(email) }

    package static func decode(_ row: inout RowReader) throws -> KnownPerson { try KnownPerson.read(&row) }
}

/// What kind of database this is, and whether anybody runs it yet.
package struct InstallationState: Statement {
    package static let sql = """
        select i.is_test, i.is_demo, exists (select from person_role r join person p on p.id = r.person_id where r.role = 'admin' and p.left_at is null)
        from installation i
        """

    package init() {}

    package static func decode(_ row: inout RowReader) throws -> (isTest: Bool, isDemo: Bool, hasAdmin: Bool) {
        (try row.next(), try row.next(), try row.next())
    }
}
