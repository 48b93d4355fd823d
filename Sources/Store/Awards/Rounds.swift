package import Domain
package import Postgres

/// Every judge beside every standing candidate of their panel's categories, as the sharing out needs them.
package struct PanelPairs: Statement {
    package struct Pair: Sendable {
        package let category: ID<AwardCategory>
        package let categorySlug: String
        package let panel: Int
        package let candidate: ID<Candidate>
        package let code: String
        package let judge: ID<Person>
        package let email: String
        package let isConflicted: Bool
        package let place: Int?
        package let hasAccepted: Bool
    }
    package static let sql = """
        select c.id, c.slug, pc.panel_id, k.id, k.code, j.id, j.email,
            app.conflicted(j.id, k.id) or (k.is_distressing and exists (select from young_judge y where y.person_id = j.id)), a.place,
            m.answer in ('accepted', 'paper')
        from candidate k join category c on c.id = k.category_id join panel_category pc on pc.category_id = c.id
            join panel_member m on m.panel_id = pc.panel_id join person j on j.id = m.person_id
            left join assignment a on a.candidate_id = k.id and a.judge_id = j.id
        where k.scheme_id = $1 and k.state = 'standing' and j.left_at is null and m.answer <> 'declined' order by c.id, k.code, j.email
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> Pair {
        try Pair(
            category: row.next(), categorySlug: row.next(), panel: row.next(), candidate: row.next(), code: row.next(),
            judge: row.next(), email: row.next(), isConflicted: row.next(), place: row.next(),
            hasAccepted: row.next())
    }
}

/// Takes back the assignments of a scheme that are not among those named; one with a ballot stays.
package struct ClearAssignments: Statement {
    package static let sql = """
        delete from assignment a using candidate k
        where k.id = a.candidate_id and k.scheme_id = $1
            and not exists (select from unnest($2::bigint[], $3::bigint[]) w(judge, candidate) where w.judge = a.judge_id and w.candidate = a.candidate_id)
            and not exists (select from ballot b where b.judge_id = a.judge_id and b.candidate_id = a.candidate_id)
        """
    package let scheme: ID<Scheme>
    package let judges: [ID<Person>]
    package let candidates: [ID<Candidate>]

    package init(_ scheme: ID<Scheme>, judges: [ID<Person>], candidates: [ID<Candidate>]) {
        self.scheme = scheme
        self.judges = judges
        self.candidates = candidates
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(scheme, judges, candidates) }
}

/// Who is to score whom. A pair that is there keeps its place in the judge's order.
package struct InsertAssignments: Statement {
    package static let sql = """
        insert into assignment (judge_id, candidate_id, category_id, panel_id, place)
        select w.judge, w.candidate, k.category_id, pc.panel_id, w.place::int
        from unnest($1::bigint[], $2::bigint[], $3::bigint[]) w(judge, candidate, place)
            join candidate k on k.id = w.candidate join panel_category pc on pc.category_id = k.category_id
        order by w.candidate, w.judge
        on conflict (judge_id, candidate_id) do nothing
        """
    package let judges: [ID<Person>]
    package let candidates: [ID<Candidate>]
    package let places: [Int]

    package init(judges: [ID<Person>], candidates: [ID<Candidate>], places: [Int]) {
        self.judges = judges
        self.candidates = candidates
        self.places = places
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(judges, candidates, places) }
}

/// The assignments of a scheme that bind, in each judge's own order.
package struct Assignments: Statement {
    package static let sql = """
        select c.slug, s.slug || '/' || c.slug || '/' || k.code, j.email, a.place
        from assignment a join candidate k on k.id = a.candidate_id join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            join person j on j.id = a.judge_id
        where k.scheme_id = $1 and not a.conflicted and k.state = 'standing' order by c.id, k.code, j.email
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> AwardAssignment {
        try AwardAssignment(
            category: row.next(), candidate: row.next(), judge: row.next(), place: row.next())
    }
}

/// Opens a round on every panel of the scheme that has something to judge and no open one. Rows: the panels.
package struct OpenRounds: Statement {
    package static let sql = """
        insert into judging_round (scheme_id, panel_id, number)
        select p.scheme_id, p.id, 1 + (select count(*)::int from judging_round o where o.panel_id = p.id)
        from panel p
        where p.scheme_id = $1 and exists (select from assignment a where a.panel_id = p.id and not a.conflicted)
            and not exists (select from judging_round o where o.panel_id = p.id and o.closed_at is null)
        order by p.id returning (select slug from panel where id = panel_id), number
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> (panel: String, number: Int) {
        (try row.next(), try row.next())
    }
}

/// How many rounds of a scheme are open. Whoever opens one has the scheme locked, so under that lock it stays so.
package struct RoundsThatAreOpen: Statement {
    package static let sql = "select count(*) from judging_round where scheme_id = $1 and closed_at is null"
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// Takes the open rounds of a scheme, waiting for ballots that are being saved. Rows: the rounds.
package struct LockOpenRounds: Statement {
    package static let sql = """
        select r.id from judging_round r where r.scheme_id = $1 and r.closed_at is null order by r.id for update
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// What is assigned on open rounds and neither handed in nor abstained from.
package struct MissingBallots: Statement {
    package static let sql = """
        select r.id, c.slug || '/' || k.code, j.email, j.name, j.public_id
        from judging_round r join assignment a on a.panel_id = r.panel_id and not a.conflicted
            join candidate k on k.id = a.candidate_id and k.state = 'standing' join category c on c.id = k.category_id
            join person j on j.id = a.judge_id
        where r.scheme_id = $1 and r.closed_at is null
            and not exists (select from panel_member m where m.panel_id = a.panel_id and m.person_id = j.id and m.answer = 'declined')
            and not (k.is_distressing and exists (select from young_judge y where y.person_id = j.id)) and not exists (
            select from ballot b where b.candidate_id = k.id and b.judge_id = j.id and b.state <> 'draft')
        order by j.email, c.id, k.code
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> (round: Int, ballot: MissingBallot) {
        let round: Int = try row.next()
        return try (
            round, MissingBallot(candidate: row.next(), judge: row.next(), name: row.next(), judgeID: row.next())
        )
    }
}

package struct CloseRound: Statement {
    package static let sql = """
        update judging_round set closed_at = app.app_now(), missing = $2, missing_reason = $3 where id = $1
            returning (select slug from panel where id = panel_id)
        """
    package let round: Int
    package let missing: Int
    package let reason: String?

    package init(_ round: Int, missing: Int, reason: String?) {
        self.round = round
        self.missing = missing
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(round, Int32(clamping: missing), reason) }

    package static func decode(_ row: inout RowReader) throws -> String { try row.next() }
}
