package import Domain
package import Foundation
package import Postgres

/// One's own nomination, locked, to change or withdraw it.
package struct NominationToChange: Statement {
    package static let sql = """
        select x.id, x.state, x.category_id, s.slug, c.slug, x.nominee_id, x.candidate_id from nomination x
            join category c on c.id = x.category_id join scheme s on s.id = c.scheme_id
        where x.public_id = $2 and x.nominator_id = $1 for update of x
        """
    package struct Found: Sendable {
        package let key: Int
        package let state: Nomination.State
        package let category: ID<AwardCategory>
        package let path: AwardPath
        package let nominee: Int
        package let candidate: ID<Candidate>?
    }
    package let nominator: ID<Person>
    package let id: UUID

    package init(_ nominator: ID<Person>, _ id: UUID) {
        self.nominator = nominator
        self.id = id
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominator, id) }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            key: row.next(), state: row.next(), category: row.next(),
            path: AwardPath(scheme: row.next(), part: row.next()), nominee: row.next(), candidate: row.next())
    }
}

/// What a nomination says, and whether it is handed in with it. The database refuses what comes too late.
package struct RewriteNomination: Statement {
    package static let sql = """
        update nomination set statement = $2, band = $3, state = $4, changed_at = app.app_now(),
            submitted_at = case when $4 = 'submitted' then coalesce(submitted_at, app.app_now()) end
        where id = $1
        """
    package let key: Int
    package let statement: String
    package let band: String?
    package let state: Nomination.State

    package init(_ key: Int, statement: String, band: String?, state: Nomination.State) {
        self.key = key
        self.statement = statement
        self.band = band
        self.state = state
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(key, statement, band, state) }
}

/// Whom a draft is about.
package struct SetNominee: Statement {
    package static let sql =
        "update nomination set nominee_id = $2, changed_at = app.app_now() where id = $1 and state = 'draft'"
    package let key: Int
    package let nominee: Int

    package init(_ key: Int, _ nominee: Int) {
        self.key = key
        self.nominee = nominee
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(key, nominee) }
}
