package import Domain
package import Postgres

/// Adds the conflicts that team, line management and earlier nominations suggest.
package struct SuggestConflicts: Statement {
    package static let sql = "select app.suggest_conflicts($1)::text"
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }
}

/// The conflicts of a scheme that the actor may see: staff's where they read nominations, and a panel's chair's. Never one's own
/// with somebody who does not exist for oneself.
package struct Conflicts: Statement {
    package static let sql = """
        select s.slug || '/' || c.slug || '/' || k.code,
            case when app.reads_nominations($1, $2, c.id) or not c.is_blind then coalesce(np.name, nt.name, n.pseudonym) end, j.email, x.kind, x.is_binding, x.state, x.reason, x.dismissal
        from conflict x join candidate k on k.id = x.candidate_id join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            join person j on j.id = x.person_id join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id
            left join team nt on nt.id = n.team_id
        where s.slug = $3 and k.state = 'standing' and coalesce(n.person_id <> $1, true)
            and (app.reads_nominations($1, $2, c.id)
                or (x.person_id <> $1 and not app.conflicted($1, k.id) and exists (select from panel_category pc
                    join panel_member m on m.panel_id = pc.panel_id where pc.category_id = c.id and m.person_id = $1 and m.part = 'chair'
                        and m.answer in ('accepted', 'paper'))))
        order by x.state <> 'suggested', c.id, k.code, j.email, x.kind
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

    package static func decode(_ row: inout RowReader) throws -> Conflict {
        try Conflict(
            candidate: row.next(), nominee: row.next(), judge: row.next(), kind: row.next(), isBinding: row.next(),
            state: row.next(),
            reason: row.next(), dismissal: row.next())
    }
}

/// A candidate as a judge finds it: none where they have a conflict, or do not judge. Locked until the end of the transaction.
package struct CandidateForJudge: Statement {
    package static let sql = """
        select k.id, k.category_id, pc.panel_id, a.place is not null,
            (select r.id from judging_round r where r.panel_id = pc.panel_id and r.closed_at is null),
            (select b.id from ballot b where b.candidate_id = k.id and b.judge_id = $1), s.state
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            join panel_category pc on pc.category_id = c.id
            join panel_member m on m.panel_id = pc.panel_id and m.person_id = $1 and m.answer in ('accepted', 'paper')
            join person j on j.id = m.person_id
            left join assignment a on a.candidate_id = k.id and a.judge_id = $1 and not a.conflicted
        where s.slug = $2 and c.slug = $3 and k.code = $4 and k.state = 'standing' and j.left_at is null and not app.conflicted($1, k.id)
        for no key update of k
        """
    package struct Found: Sendable {
        package let candidate: ID<Candidate>
        package let category: ID<AwardCategory>
        package let panel: Int
        package let isAssigned: Bool
        package let openRound: Int?
        package let ballot: Int?
        package let scheme: Scheme.State
    }
    package let judge: ID<Person>
    package let path: AwardPath

    package init(_ judge: ID<Person>, _ path: AwardPath) {
        self.judge = judge
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(judge, path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            candidate: row.next(), category: row.next(), panel: row.next(), isAssigned: row.next(),
            openRound: row.next(), ballot: row.next(), scheme: row.next())
    }
}

/// A binding conflict that somebody says they have, or that is imposed on them.
package struct DeclareConflict: Statement {
    package static let sql = """
        insert into conflict (candidate_id, person_id, kind, is_binding, state, reason) values ($1, $2, $3, true, 'declared', $4)
        on conflict (candidate_id, person_id, kind) do update
            set state = 'declared', reason = excluded.reason, dismissal = null, dismissed_by = null
        """
    package let candidate: ID<Candidate>
    package let judge: ID<Person>
    package let kind: Conflict.Kind
    package let reason: String

    package init(_ candidate: ID<Candidate>, _ judge: ID<Person>, kind: Conflict.Kind, reason: String) {
        self.candidate = candidate
        self.judge = judge
        self.kind = kind
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, judge, kind, reason) }
}

/// Dismisses whatever stands between a judge and a candidate, by those who may: staff who read the nominations, and the panel's
/// chair; nobody for themselves. Rows: the kinds dismissed.
package struct DismissConflicts: Statement {
    package static let sql = """
        update conflict x set state = 'dismissed', dismissal = $7, dismissed_by = $1
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id join nominee n on n.id = k.nominee_id,
            person j
        where k.id = x.candidate_id and s.slug = $3 and c.slug = $4 and k.code = $5 and j.email = $6 and j.id = x.person_id
            and x.state <> 'dismissed' and coalesce(x.person_id <> $1, true) and coalesce(n.person_id <> $1, true)
            and (app.reads_nominations($1, $2, c.id) or (not app.conflicted($1, k.id) and exists (select from panel_category pc
                join panel_member m on m.panel_id = pc.panel_id where pc.category_id = c.id and m.person_id = $1 and m.part = 'chair'
                    and m.answer in ('accepted', 'paper'))))
        returning k.id, x.kind
        """
    package let actor: Actor
    package let path: AwardPath
    package let judge: String
    package let reason: String

    package init(_ actor: Actor, _ path: AwardPath, judge: String, reason: String) {
        self.actor = actor
        self.path = path
        self.judge = judge
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part, path.code, judge, reason)
    }

    package static func decode(_ row: inout RowReader) throws -> (candidate: ID<Candidate>, kind: Conflict.Kind) {
        (try row.next(), try row.next())
    }
}

/// Puts a ballot aside as it is, and takes it out of every figure. Rows: whether it had been handed in.
package struct VoidBallot: Statement {
    package static let sql = """
        with kept as (
            insert into voided_ballot (public_id, judge_id, candidate_id, content, reason)
            select b.public_id, b.judge_id, b.candidate_id, jsonb_build_object('state', b.state, 'comment', b.comment, 'marks', coalesce((
                select jsonb_object_agg(m.criterion_id, m.mark) from ballot_mark m where m.ballot_id = b.id), '{}')), $3
            from ballot b where b.candidate_id = $1 and b.judge_id = $2 returning public_id)
        select b.id, b.state = 'submitted' from kept join ballot b on b.public_id = kept.public_id
        """
    package let candidate: ID<Candidate>
    package let judge: ID<Person>
    package let reason: String

    package init(_ candidate: ID<Candidate>, _ judge: ID<Person>, reason: String) {
        self.candidate = candidate
        self.judge = judge
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(candidate, judge, reason) }

    package static func decode(_ row: inout RowReader) throws -> (ballot: Int, wasSubmitted: Bool) {
        (try row.next(), try row.next())
    }
}

/// Takes a ballot away whose copy is kept; the database refuses any other.
package struct DeleteVoidedBallot: Statement {
    package static let sql = "delete from ballot where id = $1"
    package let ballot: Int

    package init(_ ballot: Int) { self.ballot = ballot }

    package func bind(to parameters: inout Parameters) { parameters.append(ballot) }
}

/// Suggested conflicts that only advise, nobody has decided on, and whose judges' ballots count.
package struct OpenConflicts: Statement {
    package static let sql = """
        select count(*) from conflict x join candidate k on k.id = x.candidate_id join ballot b on b.candidate_id = k.id and b.judge_id = x.person_id
        where k.scheme_id = $1 and k.state = 'standing' and x.state = 'suggested' and b.state = 'submitted'
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}
