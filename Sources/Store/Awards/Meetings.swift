package import Domain
package import Foundation
package import Postgres

/// What somebody is to the meetings of an award, and the one that is on. No row: nothing at all.
package struct MeetingStanding: Statement {
    /// Whom a meeting shows on one's own screen: never anybody with whom one has a conflict, nor what a young judge is to be spared.
    package static let sql = """
        select c.id, pc.panel_id, s.title, c.title, coalesce(app.leads_category($1, c.id), false), m.person_id is not null,
            app.reads_results($1, $2, c.id), app.round_is_over(c.id), s.state, g.id, g.opened_at, k.id, k.code,
            case when not c.is_blind then coalesce(np.name, nt.name, n.pseudonym) end
        from category c join scheme s on s.id = c.scheme_id join panel_category pc on pc.category_id = c.id
            left join (panel_member m join person j on j.id = m.person_id and j.left_at is null)
                on m.panel_id = pc.panel_id and m.person_id = $1 and m.answer in ('accepted', 'paper')
            left join meeting g on g.category_id = c.id and g.closed_at is null
            left join candidate k on k.id = g.candidate_id and k.state = 'standing' and not app.conflicted($1, k.id)
                and not (k.is_distressing and exists (select from young_judge y where y.person_id = $1))
            left join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        where s.slug = $3 and c.slug = $4 and s.state <> 'draft' and (m.person_id is not null or app.reads_results($1, $2, c.id))
        """
    package struct Found: Sendable {
        package let category: ID<AwardCategory>
        package let panel: Int
        package let schemeTitle: String
        package let title: String
        package let leads: Bool
        package let isMember: Bool
        package let readsResults: Bool
        package let roundIsOver: Bool
        package let state: Scheme.State
        package let meeting: Int?
        package let openedAt: Date?
        package let shown: ID<Candidate>?
        package let code: String?
        package let nominee: String?
    }
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

    package static func decode(_ row: inout RowReader) throws -> Found {
        try Found(
            category: row.next(), panel: row.next(), schemeTitle: row.next(), title: row.next(), leads: row.next(),
            isMember: row.next(), readsResults: row.next(), roundIsOver: row.next(), state: row.next(),
            meeting: row.next(), openedAt: row.next(), shown: row.next(), code: row.next(), nominee: row.next())
    }
}

/// The motions of a meeting, or of all meetings of a category, newest first, that are about nobody with whom the one who asks has a
/// conflict. Who voted how is told to nobody; how many did, once it is counted.
package struct Motions: Statement {
    package static let sql = """
        select v.public_id, v.text, v.closed_at is null,
            array(select k.code from \(options)), array(select coalesce(np.name, nt.name, n.pseudonym) from \(options)), c.is_blind,
            array(select (select count(*) from motion_vote x where x.motion_id = v.id and x.candidate_id = k.id and not x.is_void)
                from \(options)),
            (select count(*) from motion_vote x where x.motion_id = v.id and x.candidate_id is null and not x.is_void),
            (select count(*) from motion_vote x where x.motion_id = v.id and not x.is_void),
            (select count(*) from panel_member m join person j on j.id = m.person_id and j.left_at is null
                where m.panel_id = v.panel_id and m.answer in ('accepted', 'paper') and not exists (
                    select from motion_option o where o.motion_id = v.id and app.conflicted(m.person_id, o.candidate_id))),
            exists (select from motion_vote x where x.motion_id = v.id and x.voter_id = $1)
        from motion v join category c on c.id = v.category_id
        where v.category_id = $2 and ($3::bigint is null or v.meeting_id = $3) and not exists (
            select from motion_option o join candidate k on k.id = o.candidate_id
            where o.motion_id = v.id and (app.conflicted($1, o.candidate_id)
                or (k.is_distressing and exists (select from young_judge y where y.person_id = $1))))
        order by v.id desc
        """
    private static let options = """
        motion_option o join candidate k on k.id = o.candidate_id join nominee n on n.id = k.nominee_id
            left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        where o.motion_id = v.id order by k.code
        """
    package let person: ID<Person>?
    package let category: ID<AwardCategory>
    package let meeting: Int?

    package init(for person: ID<Person>?, _ category: ID<AwardCategory>, meeting: Int? = nil) {
        self.person = person
        self.category = category
        self.meeting = meeting
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, category, meeting) }

    package static func decode(_ row: inout RowReader) throws -> Motion {
        let (id, text, isOpen): (UUID, String, Bool) = (try row.next(), try row.next(), try row.next())
        let (codes, names, isBlind): ([String], [String], Bool) = (try row.next(), try row.next(), try row.next())
        let (votes, against): ([Int], Int) = (try row.next(), try row.next())
        let (cast, voters, hasVoted): (Int, Int, Bool) = (try row.next(), try row.next(), try row.next())
        return Motion(
            id: id, text: text, isOpen: isOpen,
            options: zip(zip(codes, names), votes).map { named, votes in
                Motion.Option(
                    code: named.0, nominee: isBlind ? nil : named.1, votes: isOpen ? nil : votes)
            }, against: isOpen ? nil : against, cast: cast, voters: voters, hasVoted: hasVoted)
    }
}

/// What was done at the meetings of a category, in order; for those who read its results, which their service has asked.
package struct MeetingSteps: Statement {
    package static let sql = """
        select t.meeting_id, t.at, t.kind,
            case when c.is_blind then 'Candidate ' || k.code else coalesce(np.name, nt.name, n.pseudonym) || ' (' || k.code || ')' end,
            v.public_id, array(select p.name from person p where p.id = any (t.absent) order by p.name)
        from meeting_step t join meeting g on g.id = t.meeting_id join category c on c.id = g.category_id
            left join candidate k on k.id = t.candidate_id left join nominee n on n.id = k.nominee_id
            left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
            left join motion v on v.id = t.motion_id
        where g.category_id = $3 and (app.leads_category($1, g.category_id) or app.reads_results($1, $2, g.category_id))
        order by t.id
        """
    package let actor: Actor
    package let category: ID<AwardCategory>

    package init(_ actor: Actor, _ category: ID<AwardCategory>) {
        self.actor = actor
        self.category = category
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(category)
    }

    package static func decode(_ row: inout RowReader) throws -> MeetingStep {
        try MeetingStep(
            meeting: row.next(), at: row.next(), kind: row.next(), candidate: row.next(), motion: row.next(),
            absent: row.next())
    }
}

/// The votes that settle ties: of the newest counted motion about each of several candidates.
package struct TieVotes: Statement {
    package static let sql = """
        select x.voter_id, x.candidate_id
        from motion v join motion_vote x on x.motion_id = v.id and not x.is_void and x.candidate_id is not null
        where v.category_id = $1 and v.closed_at is not null
            and (select count(*) from motion_option o where o.motion_id = v.id) > 1
            and not exists (
                select from motion later join motion_option a on a.motion_id = later.id join motion_option b on b.candidate_id = a.candidate_id
                where later.id > v.id and later.closed_at is not null and b.motion_id = v.id
                    and (select count(*) from motion_option o where o.motion_id = later.id) > 1)
        order by 1, 2
        """
    package let category: ID<AwardCategory>

    package init(_ category: ID<AwardCategory>) { self.category = category }

    package func bind(to parameters: inout Parameters) { parameters.append(category) }

    package static func decode(_ row: inout RowReader) throws -> (voter: ID<Person>, candidate: ID<Candidate>) {
        (try row.next(), try row.next())
    }
}
