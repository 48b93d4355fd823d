package import Domain
package import Foundation
package import Postgres

/// Whether anything was handed in for a scheme.
package struct BallotsIn: Statement {
    package static let sql = """
        select count(*) from ballot b join candidate k on k.id = b.candidate_id where k.scheme_id = $1 and b.state <> 'draft'
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Writes a judge's ballot: a new one, or over their own while the round is open.
package struct WriteBallot: Statement {
    package static let sql = """
        insert into ballot (judge_id, candidate_id, category_id, panel_id, round_id, state, comment, is_paper, typed_by, submitted_at,
            private_note, abstain_reason)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, case when $6 = 'submitted' then app.app_now() end, coalesce($10, ''), $11)
        on conflict (judge_id, candidate_id) do update
            set state = excluded.state, comment = excluded.comment, round_id = excluded.round_id, is_paper = excluded.is_paper,
                typed_by = excluded.typed_by, submitted_at = excluded.submitted_at, changed_at = app.app_now(),
                private_note = coalesce($10, ballot.private_note), abstain_reason = excluded.abstain_reason,
                revision = ballot.revision + 1
        returning id
        """
    package let judge: ID<Person>
    package let found: CandidateForJudge.Found
    package let round: Int
    package let state: String
    package let comment: String
    package let isPaper: Bool
    package let typedBy: ID<Person>?
    /// Nil leaves what the judge noted before.
    package let note: String?
    /// Why they abstain; with that state, and no other.
    package let abstention: String?

    package init(
        _ judge: ID<Person>, _ found: CandidateForJudge.Found, round: Int, state: String, comment: String,
        isPaper: Bool = false, typedBy: ID<Person>? = nil, note: String? = nil, abstention: String? = nil
    ) {
        self.judge = judge
        self.found = found
        self.round = round
        self.state = state
        self.comment = comment
        self.isPaper = isPaper
        self.typedBy = typedBy
        self.note = note
        self.abstention = abstention
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(judge, found.candidate, found.category, found.panel, round, state, comment, isPaper, typedBy)
        parameters.bind(note, abstention)
    }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// A ballot's marks, in place of those it had.
package struct ClearMarks: Statement {
    package static let sql = "delete from ballot_mark where ballot_id = $1 and not criterion_id = any ($2)"
    package let ballot: Int
    package let criteria: [ID<AwardCriterion>]

    package init(_ ballot: Int, but criteria: [ID<AwardCriterion>]) {
        self.ballot = ballot
        self.criteria = criteria
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ballot, criteria) }
}

package struct WriteMarks: Statement {
    package static let sql = """
        insert into ballot_mark (ballot_id, category_id, criterion_id, min_mark, max_mark, mark)
        select $1, r.category_id, r.id, r.min_mark, r.max_mark, w.mark::int
        from unnest($2::bigint[], $3::bigint[]) w(criterion, mark) join criterion r on r.id = w.criterion
        on conflict (ballot_id, criterion_id) do update set mark = excluded.mark
        """
    package let ballot: Int
    package let criteria: [ID<AwardCriterion>]
    package let marks: [Int]

    package init(_ ballot: Int, _ marks: [(criterion: ID<AwardCriterion>, mark: Int)]) {
        self.ballot = ballot
        criteria = marks.map(\.criterion)
        self.marks = marks.map(\.mark)
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(ballot, criteria, marks) }
}

/// A judge's ballot with its marks, as they wrote it. Read after the candidate is locked, it is what whoever was faster left.
package struct OwnBallot: Statement {
    package static let sql = """
        select b.state, b.comment, m.criterion_id, m.mark, b.private_note, b.is_paper, coalesce(b.submitted_at, b.changed_at), j.name
        from ballot b join person j on j.id = b.judge_id left join ballot_mark m on m.ballot_id = b.id
        where b.judge_id = $1 and b.candidate_id = $2
        """
    package struct Row: Sendable {
        package let state: String
        package let comment: String
        package let criterion: ID<AwardCriterion>?
        package let mark: Int?
        package let note: String
        package let isPaper: Bool
        package let at: Date
        package let judge: String
    }
    package let judge: ID<Person>
    package let candidate: ID<Candidate>

    package init(of judge: ID<Person>, _ candidate: ID<Candidate>) {
        self.judge = judge
        self.candidate = candidate
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(judge, candidate) }

    package static func decode(_ row: inout RowReader) throws -> Row {
        try Row(
            state: row.next(), comment: row.next(), criterion: row.next(), mark: row.next(), note: row.next(),
            isPaper: row.next(), at: row.next(), judge: row.next())
    }
}

/// Every mark of every ballot that counts, of a category or of a whole scheme, for those who may read its results.
package struct CountedMarks: Statement {
    package static let sql = """
        select c.slug, k.id, b.judge_id, m.criterion_id, m.mark
        from ballot b join candidate k on k.id = b.candidate_id and k.state = 'standing' join category c on c.id = k.category_id
            join scheme s on s.id = c.scheme_id join ballot_mark m on m.ballot_id = b.id
        where s.slug = $3 and ($4::text is null or c.slug = $4) and b.state = 'submitted' and app.reads_results($1, $2, c.id)
            and not app.conflicted($1, k.id)
        order by k.id, b.judge_id, m.criterion_id
        """
    package let actor: Actor
    package let scheme: String
    package let category: String?

    package init(_ actor: Actor, scheme: String, category: String? = nil) {
        self.actor = actor
        self.scheme = scheme
        self.category = category
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(scheme, category)
    }

    package static func decode(_ row: inout RowReader) throws -> (
        category: String, candidate: ID<Candidate>, judge: ID<Person>, criterion: ID<AwardCriterion>, mark: Int
    ) {
        (try row.next(), try row.next(), try row.next(), try row.next(), try row.next())
    }
}

/// Judges by key, with the addresses and names of those on panels whose results the actor reads. Young judges are named by no figure.
package struct JudgesByKey: Statement {
    package static let sql = """
        select distinct m.person_id, j.email, j.name from panel_category pc join category c on c.id = pc.category_id join scheme s on s.id = c.scheme_id
            join panel_member m on m.panel_id = pc.panel_id join person j on j.id = m.person_id
        where s.slug = $3 and app.reads_results($1, $2, c.id)
            and not exists (select from young_judge y where y.person_id = m.person_id)
        """
    package let actor: Actor
    package let scheme: String

    package init(_ actor: Actor, scheme: String) {
        self.actor = actor
        self.scheme = scheme
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(scheme)
    }

    package static func decode(_ row: inout RowReader) throws -> (id: ID<Person>, email: String, name: String) {
        (try row.next(), try row.next(), try row.next())
    }
}
