package import Domain
package import Postgres

/// The seats that somebody was asked to take, with what they said.
package struct PanelInvitations: Statement {
    package static let sql = """
        select s.slug, p.slug, s.title, m.part, m.answer,
            array(select c.title from panel_category pc join category c on c.id = pc.category_id where pc.panel_id = p.id order by c.id)
        from panel_member m join panel p on p.id = m.panel_id join scheme s on s.id = p.scheme_id join person j on j.id = m.person_id
        where m.person_id = $1 and j.left_at is null and s.state <> 'frozen' order by m.answer <> 'asked', s.opens_at desc, s.slug, p.id
        """
    package let person: ID<Person>

    package init(of person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> PanelInvitation {
        let path = try AwardPath(scheme: row.next(), part: row.next())
        return try PanelInvitation(
            path: path, schemeTitle: row.next(), part: row.next(), answer: row.next(), awards: row.next())
    }
}

/// Somebody's own yes or no. Whoever declined may think again; who accepted asks the centre. No row: nothing was asked of them.
package struct AnswerInvitation: Statement {
    package static let sql = """
        update panel_member m set answer = $4, answered_at = app.app_now()
        from panel p join scheme s on s.id = p.scheme_id
        where p.id = m.panel_id and s.slug = $2 and p.slug = $3 and m.person_id = $1 and s.state <> 'frozen'
            and (m.answer = 'asked' or (m.answer = 'declined' and $4 = 'accepted'))
        returning m.panel_id
        """
    package let person: ID<Person>
    package let path: AwardPath
    package let answer: PanelSeat.Answer

    package init(_ person: ID<Person>, _ path: AwardPath, _ answer: PanelSeat.Answer) {
        self.person = person
        self.path = path
        self.answer = answer
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, path.scheme, path.part, answer) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// That somebody accepted on paper. No row: they are not on the panel, or accepted already.
package struct AnswerOnPaper: Statement {
    package static let sql = """
        update panel_member set answer = 'paper', answered_at = app.app_now()
        where panel_id = $1 and person_id = $2 and answer in ('asked', 'declined') returning panel_id
        """
    package let panel: Int
    package let person: ID<Person>

    package init(_ panel: Int, _ person: ID<Person>) {
        self.panel = panel
        self.person = person
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(panel, person) }

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

/// The judges who can begin now that a scheme's rounds are open, whom a letter reaches.
package struct JudgesWhoCanBegin: Statement {
    package static let sql = """
        select distinct a.judge_id
        from judging_round r join assignment a on a.panel_id = r.panel_id and not a.conflicted
            join panel_member m on m.panel_id = a.panel_id and m.person_id = a.judge_id and m.answer in ('accepted', 'paper')
            join person j on j.id = a.judge_id and j.left_at is null and j.email not like '%.invalid'
        where r.scheme_id = $1 and r.closed_at is null order by 1
        """
    package let scheme: ID<Scheme>

    package init(_ scheme: ID<Scheme>) { self.scheme = scheme }

    package func bind(to parameters: inout Parameters) { parameters.append(scheme) }

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}

/// Ballots of open rounds that may come on paper, for staff who read the nominations: not those that their judges handed in.
package struct PapersDue: Statement {
    package static let sql = """
        select j.public_id, j.name, j.email, c.slug, c.title, k.code, coalesce(np.name, nt.name, n.pseudonym), c.is_blind,
            coalesce(b.state = 'submitted', false)
        from scheme s join judging_round r on r.scheme_id = s.id and r.closed_at is null
            join assignment a on a.panel_id = r.panel_id and not a.conflicted
            join panel_member m on m.panel_id = a.panel_id and m.person_id = a.judge_id and m.answer in ('accepted', 'paper')
            join candidate k on k.id = a.candidate_id and k.state = 'standing' join category c on c.id = k.category_id
            join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
            join person j on j.id = a.judge_id and j.left_at is null
            left join ballot b on b.judge_id = a.judge_id and b.candidate_id = k.id
        where s.slug = $3 and app.reads_nominations($1, $2, c.id) and coalesce(n.person_id <> $1, true)
            and (b.id is null or b.state = 'draft' or b.is_paper)
            and not (k.is_distressing and exists (select from young_judge y where y.person_id = j.id))
        order by j.name, j.id, c.id, k.code
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

    package static func decode(_ row: inout RowReader) throws -> PaperDue {
        try PaperDue(
            judgeID: row.next(), judge: row.next(), email: row.next(), category: row.next(),
            categoryTitle: row.next(), code: row.next(), nominee: row.next(), isBlind: row.next(), isIn: row.next())
    }
}
