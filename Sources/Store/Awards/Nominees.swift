package import Domain
package import Postgres

/// The nominee's row of a scheme for a person or a team, made if it is not there.
package struct EnsureNominee: Statement {
    package static let sql = """
        with made as (insert into nominee (scheme_id, person_id, team_id) values ($1, $2, $3) on conflict do nothing returning id)
        select id from made
        union all
        select id from nominee where scheme_id = $1 and (person_id = $2 or team_id = $3)
        limit 1
        """
    package let scheme: ID<Scheme>
    package let person: ID<Person>?
    package let team: ID<Team>?

    package init(_ scheme: ID<Scheme>, person: ID<Person>?, team: ID<Team>?) {
        self.scheme = scheme
        self.person = person
        self.team = team
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, person, team) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// A young person under a pseudonym. No row: the pseudonym is taken.
package struct InsertYoungNominee: Statement {
    package static let sql = """
        insert into nominee (scheme_id, pseudonym) values ($1, $2) on conflict do nothing returning id
        """
    package let scheme: ID<Scheme>
    package let pseudonym: String

    package init(_ scheme: ID<Scheme>, pseudonym: String) {
        self.scheme = scheme
        self.pseudonym = pseudonym
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, pseudonym) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
