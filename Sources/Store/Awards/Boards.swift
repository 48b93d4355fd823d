package import Domain
package import Postgres

/// How many ballots of a category were taken out after its round was closed, as their judges turned out to have a conflict.
package struct BallotsTakenOut: Statement {
    package static let sql = """
        select count(*) from voided_ballot v join candidate k on k.id = v.candidate_id
            join panel_category c on c.category_id = k.category_id
        where k.category_id = $1 and v.content ->> 'state' = 'submitted'
            and v.voided_at > (select min(r.closed_at) from judging_round r where r.panel_id = c.panel_id)
        """
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// What stands on a category's board besides the scores: what was decided about whom, for those who read its results.
package struct Decisions: Statement {
    package static let sql = """
        select k.id, d.outcome, d.reason, d.is_waived, d.rung, d.decided_at
        from decision d join candidate k on k.id = d.candidate_id join category c on c.id = d.category_id join scheme s on s.id = c.scheme_id
        where s.slug = $3 and c.slug = $4 and (app.reads_results($1, $2, c.id)
            or (s.kind = 'celebrated' and (app.leads_category($1, c.id) or app.reads_nominations($1, $2, c.id))))
        order by k.id
        """
    package let actor: Actor
    package let path: AwardPath

    package init(_ actor: Actor, _ path: AwardPath) {
        self.actor = actor
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part)
    }

    package static func decode(_ row: inout RowReader) throws -> (
        candidate: ID<Candidate>, decision: CandidateDecision
    ) {
        let candidate: ID<Candidate> = try row.next()
        return (
            candidate,
            try CandidateDecision(
                outcome: row.next(), reason: row.next(), isWaived: row.next(), rung: row.next(), at: row.next())
        )
    }
}

/// Names of nominees to show on a board, where the actor may know them.
package struct NomineeNames: Statement {
    package static let sql = """
        select k.id, coalesce(np.name, nt.name, n.pseudonym)
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id join nominee n on n.id = k.nominee_id
            left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        where s.slug = $3 and c.slug = $4 and k.state = 'standing' and coalesce(n.person_id <> $1, true)
            and (app.reads_nominations($1, $2, c.id) or (not c.is_blind and app.leads_category($1, c.id)))
        """
    package let actor: Actor
    package let path: AwardPath

    package init(_ actor: Actor, _ path: AwardPath) {
        self.actor = actor
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part)
    }

    package static func decode(_ row: inout RowReader) throws -> (candidate: ID<Candidate>, name: String) {
        (try row.next(), try row.next())
    }
}

/// The categories of a scheme whose results the actor reads, or would read once their round is over.
package struct CategoriesOfResults: Statement {
    package static let sql = """
        select c.slug, c.title, app.round_is_over(c.id), coalesce(app.leads_category($1, c.id), false),
            app.reads_results($1, $2, c.id),
            case when app.reads_results($1, $2, c.id) or s.kind = 'celebrated'
                then (select count(*) from decision d where d.category_id = c.id) else 0 end,
            (select count(*) from candidate k where k.category_id = c.id and k.state = 'standing'
                and not exists (select from nominee n where n.id = k.nominee_id and n.person_id = $1))
        from category c join scheme s on s.id = c.scheme_id
        where s.slug = $3 and (coalesce(app.leads_category($1, c.id), false) or (app.reads_nominations($1, $2, c.id) and not exists (
            select from candidate k join nominee n on n.id = k.nominee_id
            where k.category_id = c.id and k.state = 'standing' and n.person_id = $1)))
        order by c.id
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

    package static func decode(_ row: inout RowReader) throws -> CategoryStanding {
        try CategoryStanding(
            category: row.next(), title: row.next(), roundIsOver: row.next(), leads: row.next(),
            readsResults: row.next(), decided: row.next(), candidates: row.next())
    }
}
