package import Domain
package import Foundation
package import Postgres

package struct InsertNomination: Statement {
    package static let sql = """
        insert into nomination (public_id, scheme_id, category_id, nominee_id, nominator_id, typed_by, band, statement, state, submitted_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $9 = 'submitted' then app.app_now() end) returning id
        """
    package let publicID: UUID
    package let scheme: ID<Scheme>
    package let category: ID<AwardCategory>
    package let nominee: Int
    package let nominator: ID<Person>
    package let typedBy: ID<Person>?
    package let band: String?
    package let statement: String
    package let state: Nomination.State

    package init(
        publicID: UUID, scheme: ID<Scheme>, category: ID<AwardCategory>, nominee: Int, nominator: ID<Person>,
        typedBy: ID<Person>?, band: String?, statement: String, state: Nomination.State
    ) {
        self.publicID = publicID
        self.scheme = scheme
        self.category = category
        self.nominee = nominee
        self.nominator = nominator
        self.typedBy = typedBy
        self.band = band
        self.statement = statement
        self.state = state
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(publicID, scheme, category, nominee, nominator, typedBy, band, statement, state)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Moves a nomination on. The database refuses a move that is not in its table.
package struct MoveNomination: Statement {
    package static let sql = """
        update nomination set state = $2, candidate_id = $3, reason = $4, changed_at = app.app_now() where id = $1
        """
    package let key: Int
    package let state: Nomination.State
    package let candidate: ID<Candidate>?
    package let reason: String?

    package init(_ key: Int, _ state: Nomination.State, candidate: ID<Candidate>? = nil, reason: String? = nil) {
        self.key = key
        self.state = state
        self.candidate = candidate
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(key, state, candidate, reason) }
}

/// Gives nominations another nominee and candidate: they turned out to be for one and the same.
package struct FoldNominations: Statement {
    package static let sql = """
        update nomination set nominee_id = $2, candidate_id = case when state = 'accepted' then $3::bigint end, is_merged = true,
            changed_at = app.app_now()
        where id = any ($1)
        """
    package let keys: [Int]
    package let nominee: Int
    package let candidate: ID<Candidate>?

    package init(_ keys: [Int], into nominee: Int, candidate: ID<Candidate>?) {
        self.keys = keys
        self.nominee = nominee
        self.candidate = candidate
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(keys, nominee, candidate) }
}

/// The candidate that a nominee is in a category, locked.
package struct StandingCandidate: Statement {
    package static let sql = """
        select id, code from candidate where category_id = $1 and nominee_id = $2 and state = 'standing' for no key update
        """
    package let category: ID<AwardCategory>
    package let nominee: Int

    package init(_ category: ID<AwardCategory>, nominee: Int) {
        self.category = category
        self.nominee = nominee
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(category, nominee) }

    package static func decode(_ row: inout RowReader) throws -> (id: ID<Candidate>, code: String) {
        (try row.next(), try row.next())
    }
}

/// No row: the code is taken.
package struct InsertCandidate: Statement {
    package static let sql = """
        insert into candidate (scheme_id, category_id, nominee_id, code, band)
        select c.scheme_id, c.id, $2, $3, $4 from category c where c.id = $1 on conflict (category_id, code) do nothing returning id
        """
    package let category: ID<AwardCategory>
    package let nominee: Int
    package let code: String
    package let band: String?

    package init(_ category: ID<AwardCategory>, nominee: Int, code: String, band: String?) {
        self.category = category
        self.nominee = nominee
        self.code = code
        self.band = band
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(category, nominee, code, band) }

    package static func decode(_ row: inout RowReader) throws -> ID<Candidate> { try row.next() }
}

/// Takes candidates whose nominations are gone out of the running: into another, or altogether.
package struct RetireCandidates: Statement {
    package static let sql = """
        update candidate k set state = case when $2::bigint is null then 'withdrawn' else 'merged' end, merged_into = $2
        where k.id = any ($1) and k.state = 'standing' and not exists (select from nomination x where x.candidate_id = k.id) returning id
        """
    package let candidates: [ID<Candidate>]
    package let into: ID<Candidate>?

    package init(_ candidates: [ID<Candidate>], into: ID<Candidate>? = nil) {
        self.candidates = candidates
        self.into = into
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidates, into) }

    package static func decode(_ row: inout RowReader) throws -> ID<Candidate> { try row.next() }
}
