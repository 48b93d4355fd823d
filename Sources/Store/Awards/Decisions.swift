package import Domain
package import Foundation
package import Postgres

/// A candidate that the actor decides on, its category's decisions locked against another at the same time.
package struct CandidateToDecide: Statement {
    package struct Found: Sendable {
        package let candidate: ID<Candidate>
        package let category: ID<AwardCategory>
        package let scheme: ID<Scheme>
        package let band: String?
        package let winners: Int
        package let quorum: Int
        package let ballots: Int
        package let state: Scheme.State
        package let kind: Scheme.Kind
        package let roundIsOver: Bool
    }
    package static let sql = """
        select k.id, c.id, s.id, k.band, c.winners, s.quorum,
            (select count(*) from ballot b where b.candidate_id = k.id and b.state = 'submitted'), s.state, s.kind, app.round_is_over(c.id)
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
        where s.slug = $2 and c.slug = $3 and k.code = $4 and k.state = 'standing' and app.leads_category($1, c.id)
        for no key update of c for share of s
        """
    package let chair: ID<Person>
    package let path: AwardPath

    package init(_ chair: ID<Person>, _ path: AwardPath) {
        self.chair = chair
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(chair, path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            candidate: row.next(), category: row.next(), scheme: row.next(), band: row.next(), winners: row.next(),
            quorum: row.next(), ballots: row.next(), state: row.next(), kind: row.next(), roundIsOver: row.next())
    }
}

/// The decisions of a category's band, but for one candidate.
package struct DecisionsBeside: Statement {
    package static let sql = """
        select outcome, slot from decision
        where category_id = $1 and band is not distinct from $2 and candidate_id <> $3
        """
    package let category: ID<AwardCategory>
    package let band: String?
    package let candidate: ID<Candidate>

    package init(_ category: ID<AwardCategory>, band: String?, but candidate: ID<Candidate>) {
        self.category = category
        self.band = band
        self.candidate = candidate
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(category, band, candidate) }

    package static func decode(_ row: inout RowReader) throws -> (outcome: DecisionOutcome, slot: Int?) {
        (try row.next(), try row.next())
    }
}

package struct WriteDecision: Statement {
    package static let sql = """
        insert into decision (candidate_id, category_id, scheme_id, band, outcome, slot, winners, ballots, quorum, is_waived, rung, reason,
            decided_by)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (candidate_id) do update
            set outcome = excluded.outcome, slot = excluded.slot, band = excluded.band, ballots = excluded.ballots, is_waived = excluded.is_waived,
                rung = excluded.rung, reason = excluded.reason, decided_by = excluded.decided_by, decided_at = app.app_now()
        """
    package let found: CandidateToDecide.Found
    package let outcome: DecisionOutcome
    package let slot: Int?
    package let isWaived: Bool
    package let rung: String
    package let reason: String
    package let by: ID<Person>

    package init(
        _ found: CandidateToDecide.Found, _ outcome: DecisionOutcome, slot: Int?, isWaived: Bool, rung: String,
        reason: String, by: ID<Person>
    ) {
        self.found = found
        self.outcome = outcome
        self.slot = slot
        self.isWaived = isWaived
        self.rung = rung
        self.reason = reason
        self.by = by
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(found.candidate, found.category, found.scheme, found.band, outcome)
        parameters.bind(
            slot.map { Int32(clamping: $0) }, Int32(clamping: found.winners), Int32(clamping: found.ballots))
        parameters.bind(Int32(clamping: found.quorum), isWaived, rung, reason, by)
    }
}

/// Categories with standing candidates of whom none is decided on.
package struct UndecidedCategories: Statement {
    package static let sql = """
        select c.slug from category c
        where c.scheme_id = $1 and exists (select from candidate k where k.category_id = c.id and k.state = 'standing')
            and not exists (select from decision d where d.category_id = c.id)
        order by c.id
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}

/// How many candidates stand undecided, by the titles of their categories.
package struct UndecidedCandidates: Statement {
    package static let sql = """
        select c.title, count(*) from candidate k join category c on c.id = k.category_id
        where k.scheme_id = $1 and k.state = 'standing' and not exists (select from decision d where d.candidate_id = k.id)
        group by c.id order by c.id
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> (title: String, candidates: Int) {
        (try row.next(), try row.next())
    }
}

/// Decides that whoever was left undecided is not placed. Rows: the candidates.
package struct PlaceNobodyElse: Statement {
    package static let sql = """
        insert into decision (candidate_id, category_id, scheme_id, band, outcome, winners, ballots, quorum, reason, decided_by)
        select k.id, c.id, k.scheme_id, k.band, 'not_placed', c.winners,
            (select count(*) from ballot b where b.candidate_id = k.id and b.state = 'submitted'), s.quorum,
            'Not decided when the result was frozen', $2
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = k.scheme_id
        where k.scheme_id = $1 and k.state = 'standing' and not exists (select from decision d where d.candidate_id = k.id)
        order by k.id returning candidate_id
        """
    package let scheme: ID<Scheme>
    package let person: ID<Person>?

    package init(_ scheme: ID<Scheme>, by person: ID<Person>?) {
        self.scheme = scheme
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, person) }

    package static func decode(_ row: inout RowReader) throws -> ID<Candidate> { try row.next() }
}

/// The text that a result is frozen as, made from what is there, with its SHA-256 in hexadecimal digits.
package struct ResultText: Statement {
    package static let sql = """
        select t.content, encode(sha256(convert_to(t.content, 'UTF8')), 'hex') from (select app.result_text($1) as content) t
        where t.content is not null
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> (content: String, hash: String) {
        (try row.next(), try row.next())
    }
}

package struct MarkFrozen: Statement {
    package static let sql = "update scheme set state = 'frozen' where id = $1"
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }
}

/// Freezes what the scheme's ballots and decisions say now, and answers its SHA-256; nil where its state forbids it. The serving role
/// does it by a function of the database alone.
package struct FreezeResult: Statement {
    package static let sql = "select app.freeze_result($1, $2)"
    package let scheme: ID<Scheme>
    package let by: ID<Person>?

    package init(_ scheme: ID<Scheme>, by: ID<Person>?) {
        self.scheme = scheme
        self.by = by
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, by) }

    package static func decode(_ row: inout RowReader) throws -> String? { try row.next() }
}

/// The hash of a frozen result and of its stored text.
package struct FrozenHash: Statement {
    package static let sql = "select hash, of_text, at from app.frozen_hash($1)"
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> (hash: String, ofText: String, at: Date) {
        (try row.next(), try row.next(), try row.next())
    }
}
