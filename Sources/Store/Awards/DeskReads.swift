package import Domain
import Foundation
package import Postgres

/// A judge's candidates in their own order, the open rounds first. Who has a conflict finds nothing, not even a gap.
package struct DeskQueue: Statement {
    /// `a` is what a judge is to score in the newest round of its panel, `b` their ballot.
    static let joins = """
        assignment a
            join candidate k on k.id = a.candidate_id and k.state = 'standing'
                and not (k.is_distressing and exists (select from young_judge y where y.person_id = a.judge_id))
            join category c on c.id = a.category_id
            join scheme s on s.id = c.scheme_id and s.state = 'published'
            join person j on j.id = a.judge_id and j.left_at is null
            join judging_round r on r.panel_id = a.panel_id
                and r.number = (select max(o.number) from judging_round o where o.panel_id = a.panel_id)
            left join ballot b on b.judge_id = a.judge_id and b.candidate_id = a.candidate_id
        """
    /// Whom it is about; `n` is the nominee.
    static let nominee = "case when not c.is_blind then coalesce(np.name, nt.name, n.pseudonym) end"
    static let nomineeJoins = """
        join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        """

    package static let sql = """
        select s.slug, c.slug, k.code, s.title, c.title, \(nominee), k.band, coalesce(b.state, 'unseen'), r.closed_at is null, b.changed_at
        from \(joins) \(nomineeJoins)
        where a.judge_id = $1 and not a.conflicted
        order by r.closed_at is not null, s.id, a.place, k.id
        """
    package let judge: ID<Person>

    package init(_ judge: ID<Person>) { self.judge = judge }

    package func bind(to parameters: inout Parameters) { parameters.append(judge) }

    package static func decode(_ row: inout RowReader) throws -> DeskEntry { try entry(&row) }

    static func entry(_ row: inout RowReader) throws -> DeskEntry {
        try DeskEntry(
            path: AwardPath(scheme: row.next(), part: row.next(), code: row.next()), schemeTitle: row.next(),
            categoryTitle: row.next(), nominee: row.next(), band: row.next(), standing: row.next(),
            isOpen: row.next(), changedAt: row.next())
    }
}

/// How many ballots a judge still owes.
package struct LeftToJudge: Statement {
    package static let sql = """
        select count(*) from \(DeskQueue.joins)
        where a.judge_id = $1 and not a.conflicted and r.closed_at is null and coalesce(b.state, 'draft') = 'draft'
        """
    package let judge: ID<Person>

    package init(_ judge: ID<Person>) { self.judge = judge }

    package func bind(to parameters: inout Parameters) { parameters.append(judge) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// One candidate of a judge with its neighbours in their own order, what there is to read, and the judge's own words.
package struct DeskCandidateRead: Statement {
    package static let sql = """
        with own as (
            select a.candidate_id, r.closed_at is null as is_open, b.id as ballot,
                row_number() over w as number, count(*) over () as total,
                count(*) filter (where b.state in ('submitted', 'abstained')) over () as done,
                lag(c.slug || '/' || k.code) over w as before, lead(c.slug || '/' || k.code) over w as after
            from \(DeskQueue.joins)
            where a.judge_id = $1 and not a.conflicted and s.slug = $2
            window w as (order by r.closed_at is not null, a.place, k.id))
        select s.slug, c.slug, k.code, s.title, c.title, \(DeskQueue.nominee), k.band, coalesce(b.state, 'unseen'), own.is_open, b.changed_at,
            own.number, own.total, own.done, own.before, own.after,
            case when t.text is not null and (c.nominee_kind <> 'young_person' or app.may_show(n.id, 'panel', 'words')) then array[t.text]
                when c.nominee_kind <> 'young_person' then array(
                select v.statement from nomination v where v.candidate_id = k.id and v.state = 'accepted' order by v.id)
                else '{}'::text[] end,
            k.content_note, coalesce(b.comment, ''), coalesce(b.private_note, ''), b.abstain_reason
        from own join candidate k on k.id = own.candidate_id join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            \(DeskQueue.nomineeJoins)
            left join ballot b on b.id = own.ballot
            left join candidate_text t on t.candidate_id = k.id and t.kind = 'panel' and t.checked_at is not null
        where c.slug = $3 and k.code = $4
        """
    package let judge: ID<Person>
    package let path: AwardPath

    package init(_ judge: ID<Person>, _ path: AwardPath) {
        self.judge = judge
        self.path = path
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(judge, path.scheme, path.part, path.code) }

    package static func decode(_ row: inout RowReader) throws -> DeskCandidate {
        let entry = try DeskQueue.entry(&row)
        let number: Int = try row.next()
        let total: Int = try row.next()
        let done: Int = try row.next()
        let before: String? = try row.next()
        let after: String? = try row.next()
        let neighbour = { (text: String?) in
            text.flatMap { try? AwardPath(candidate: "\(entry.path.scheme)/\($0)") }
        }
        return try DeskCandidate(
            entry: entry, number: number, total: total, done: done, before: neighbour(before), after: neighbour(after),
            texts: row.next(), contentNote: row.next(),
            words: .init(comment: row.next(), note: row.next(), abstention: row.next()))
    }
}

/// The criteria of a candidate's category with the judge's own marks; those of the others when the judge's own ballot is in and
/// the round is closed.
package struct DeskMarks: Statement {
    package static let sql = """
        select r.id, c.slug, r.name, r.scale, r.weight, r.min_mark, r.max_mark, m.mark,
            case when b.state = 'submitted' and o.closed_at is not null then array(
                select x.mark from ballot y join ballot_mark x on x.ballot_id = y.id
                where y.candidate_id = b.candidate_id and y.judge_id <> $1 and y.state = 'submitted' and x.criterion_id = r.id
                order by x.mark) else '{}'::int[] end
        from criterion r join category c on c.id = r.category_id join scheme s on s.id = c.scheme_id
            join candidate k on k.category_id = c.id and k.code = $4
            left join ballot b on b.candidate_id = k.id and b.judge_id = $1
            left join judging_round o on o.id = b.round_id
            left join ballot_mark m on m.ballot_id = b.id and m.criterion_id = r.id
        where s.slug = $2 and c.slug = $3
        order by r.id
        """
    package let judge: ID<Person>
    package let path: AwardPath

    package init(_ judge: ID<Person>, _ path: AwardPath) {
        self.judge = judge
        self.path = path
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(judge, path.scheme, path.part, path.code) }

    package static func decode(_ row: inout RowReader) throws -> DeskMark {
        let criterion = try AwardCriterion(
            id: row.next(), category: row.next(), name: row.next(), scale: row.next(), weight: row.next(),
            lowest: row.next(), highest: row.next())
        return try DeskMark(criterion: criterion, mark: row.next(), others: row.next())
    }
}
