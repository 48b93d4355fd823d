package import Domain
package import Foundation
package import Postgres

/// A judge's own part of the desk, always read afresh: what they are to score, in their own order, the open rounds first, and how
/// far each ballot has come; of the candidate asked for, their whole ballot. Who has a conflict finds nothing, not even a gap.
///
/// Its values stand in subqueries of their own, so that one plan serves every judge: planned for each it took longer than to run.
package struct OwnDesk: Statement {
    /// `a` is what a judge is to score in the newest round of its panel, `b` their ballot.
    static let joins = """
        assignment a
            join candidate k on k.id = a.candidate_id and k.state = 'standing'
            join scheme s on s.id = k.scheme_id and s.state in ('published', 'frozen')
            join lateral (select n.closed_at from judging_round n where n.panel_id = a.panel_id order by n.number desc limit 1) r on true
            left join ballot b on b.judge_id = a.judge_id and b.candidate_id = a.candidate_id
        where a.judge_id = (select $1::bigint) and not a.conflicted
            and exists (select from person j where j.id = (select $1::bigint) and j.left_at is null)
            and exists (select from panel_member m
                where m.panel_id = a.panel_id and m.person_id = a.judge_id and m.answer in ('accepted', 'paper'))
            and not (k.is_distressing and exists (select from young_judge y where y.person_id = (select $1::bigint)))
        """

    package static let sql = """
        select k.id, s.slug, coalesce(b.state, 'unseen'), r.closed_at is null, s.state = 'frozen', b.changed_at,
            (select p.name from young_judge y join person p on p.id = y.supporter_id where y.person_id = (select $1::bigint)),
            case when k.id = (select $2::bigint) then b.comment end, case when k.id = (select $2::bigint) then b.private_note end,
            case when k.id = (select $2::bigint) then b.abstain_reason end,
            case when k.id = (select $2::bigint) and b.is_paper then coalesce((select p.name from person p where p.id = b.typed_by), '') end,
            case when k.id = (select $2::bigint) then array(
                select m.criterion_id from ballot_mark m where m.ballot_id = b.id order by m.criterion_id) else '{}' end,
            case when k.id = (select $2::bigint) then array(
                select m.mark from ballot_mark m where m.ballot_id = b.id order by m.criterion_id) else '{}' end,
            case when \(showsOthers) then array(select m.criterion_id from \(others) order by m.mark, m.criterion_id, m.ballot_id) else '{}' end,
            case when \(showsOthers) then array(select m.mark from \(others) order by m.mark, m.criterion_id, m.ballot_id) else '{}' end
        from \(joins)
        order by r.closed_at is not null, k.scheme_id, a.place, k.id
        """
    /// What the others gave is for whoever handed in a ballot of their own, once the round is closed. A ballot whose judge turned
    /// out to have a conflict is no longer among the ballots.
    private static let showsOthers = "k.id = (select $2::bigint) and b.state = 'submitted' and r.closed_at is not null"
    private static let others = """
        ballot x join assignment g on g.judge_id = x.judge_id and g.candidate_id = x.candidate_id and not g.conflicted
            join ballot_mark m on m.ballot_id = x.id where x.candidate_id = k.id and x.judge_id <> a.judge_id and x.state = 'submitted'
        """

    package struct Row: Sendable {
        package let candidate: ID<Candidate>
        package let scheme: String
        package let standing: DeskEntry.Standing
        package let isOpen: Bool
        package let isFrozen: Bool
        package let changedAt: Date?
        /// The adult beside a young judge.
        package let supporter: String?
        /// Of the candidate asked for alone.
        package let words: DeskCandidate.Words
        package let marks: [(criterion: Int, mark: Int)]
        package let others: [(criterion: Int, mark: Int)]
    }
    package let judge: ID<Person>
    package let asked: ID<Candidate>?

    package init(_ judge: ID<Person>, asked: ID<Candidate>? = nil) {
        self.judge = judge
        self.asked = asked
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(judge, asked) }

    package static func decode(_ row: inout RowReader) throws -> Row {
        let candidate: ID<Candidate> = try row.next()
        let (scheme, standing): (String, DeskEntry.Standing) = (try row.next(), try row.next())
        let (isOpen, isFrozen): (Bool, Bool) = (try row.next(), try row.next())
        let (changedAt, supporter): (Date?, String?) = (try row.next(), try row.next())
        let (comment, note): (String?, String?) = (try row.next(), try row.next())
        let (abstention, typist): (String?, String?) = (try row.next(), try row.next())
        let pairs = { (criteria: [Int], marks: [Int]) in zip(criteria, marks).map { (criterion: $0, mark: $1) } }
        return Row(
            candidate: candidate, scheme: scheme, standing: standing, isOpen: isOpen, isFrozen: isFrozen,
            changedAt: changedAt,
            supporter: supporter,
            words: .init(comment: comment ?? "", note: note ?? "", abstention: abstention, typist: typist),
            marks: pairs(try row.next(), try row.next()), others: pairs(try row.next(), try row.next()))
    }
}

/// The same of the whole queue, without what is in the ballots.
package struct OwnQueue: Statement {
    package static let sql = """
        select k.id, s.slug, coalesce(b.state, 'unseen'), r.closed_at is null, s.state = 'frozen', b.changed_at,
            (select p.name from young_judge y join person p on p.id = y.supporter_id where y.person_id = (select $1::bigint))
        from \(OwnDesk.joins)
        order by r.closed_at is not null, k.scheme_id, a.place, k.id
        """
    package let judge: ID<Person>

    package init(_ judge: ID<Person>) { self.judge = judge }

    package func bind(to parameters: inout Parameters) { parameters.append(judge) }

    package static func decode(_ row: inout RowReader) throws -> OwnDesk.Row {
        try OwnDesk.Row(
            candidate: row.next(), scheme: row.next(), standing: row.next(), isOpen: row.next(), isFrozen: row.next(),
            changedAt: row.next(), supporter: row.next(), words: .init(), marks: [], others: [])
    }
}

/// How many ballots a judge still owes, of candidates of whom there is something to read.
package struct LeftToJudge: Statement {
    package static let sql = """
        select count(*) from \(OwnDesk.joins) and r.closed_at is null and coalesce(b.state, 'draft') = 'draft'
            and app.panel_may_read(k.id)
        """
    package let judge: ID<Person>

    package init(_ judge: ID<Person>) { self.judge = judge }

    package func bind(to parameters: inout Parameters) { parameters.append(judge) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// The standing candidates of a published scheme as all their judges read them in a list. It decides no right: whose they are to
/// score is the judge's own part.
package struct DeskPlaces: Statement {
    package static let sql = """
        select k.id, s.slug, c.slug, k.code, s.title, c.title,
            case when not c.is_blind then coalesce(np.name, nt.name, n.pseudonym) end, k.band, app.panel_may_read(k.id)
        from scheme s join category c on c.scheme_id = s.id join candidate k on k.category_id = c.id and k.state = 'standing'
            join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        where s.slug = $1 and s.state in ('published', 'frozen')
        """
    package let scheme: String

    package init(of scheme: String) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> (candidate: ID<Candidate>, place: DeskPlace) {
        let candidate: ID<Candidate> = try row.next()
        let path = try AwardPath(scheme: row.next(), part: row.next(), code: row.next())
        return try (
            candidate,
            DeskPlace(
                path: path, schemeTitle: row.next(), categoryTitle: row.next(), nominee: row.next(), band: row.next(),
                isReadable: row.next())
        )
    }
}

/// What there is to read of a candidate, the same for all its judges: the checked text, and for adults without one what the
/// nominators wrote, but where judges are to see a code those words would tell who it is; and what to know before reading.
package struct DeskTexts: Statement {
    package static let sql = """
        select case when t.text is not null and (c.nominee_kind <> 'young_person' or app.may_show(k.nominee_id, 'panel', 'words')) then array[t.text]
                when c.nominee_kind <> 'young_person' and not c.is_blind then array(
                select v.statement from nomination v where v.candidate_id = k.id and v.state = 'accepted' order by v.id)
                else '{}'::text[] end, k.content_note
        from candidate k join category c on c.id = k.category_id
            left join candidate_text t on t.candidate_id = k.id and t.kind = 'panel' and t.checked_at is not null
        where k.id = (select $1::bigint)
        """
    package let candidate: ID<Candidate>

    package init(of candidate: ID<Candidate>) { self.candidate = candidate }

    package func bind(to parameters: inout Parameters) { parameters.append(candidate) }

    package static func decode(_ row: inout RowReader) throws -> (texts: [String], note: String?) {
        (try row.next(), try row.next())
    }
}
