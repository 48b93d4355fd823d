package import Domain
package import Postgres

/// What judges wrote for the panel with their ballots of one candidate: for whoever leads the award, once the round is over. A young
/// judge has no name here. No row for anybody else.
package struct PanelComments: Statement {
    package static let sql = """
        select case when y.person_id is null then j.name end, b.comment
        from ballot b join candidate k on k.id = b.candidate_id and k.state = 'standing' join category c on c.id = k.category_id
            join scheme s on s.id = c.scheme_id join person j on j.id = b.judge_id left join young_judge y on y.person_id = j.id
        where s.slug = $2 and c.slug = $3 and k.code = $4 and b.state = 'submitted' and btrim(b.comment) <> ''
            and app.round_is_over(c.id) and app.leads_category($1, c.id) and not app.conflicted($1, k.id)
        order by y.person_id is not null, j.name, b.id
        """
    package let person: ID<Person>
    package let path: AwardPath

    package init(for person: ID<Person>, _ path: AwardPath) {
        self.person = person
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(person, path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> PanelComment {
        try PanelComment(judge: row.next(), words: row.next())
    }
}

/// Takes back what a judge said of themselves: until they hand in another ballot of the award or the round ends, and never over
/// what somebody else imposed, nor where a ballot that was in had to go. Rows: the candidate, and whether it was still possible.
package struct TakeBackConflict: Statement {
    package static let sql = """
        with own as (
            select x.id, x.candidate_id, s.state = 'published' and not app.round_is_over(c.id)
                and not exists (select from conflict o
                    where o.candidate_id = k.id and o.person_id = $1 and o.kind = 'imposed' and o.state <> 'dismissed')
                and not exists (select from ballot b
                    where b.judge_id = $1 and b.category_id = c.id and b.state <> 'draft' and b.changed_at > x.made_at)
                and not exists (select from voided_ballot v
                    where v.judge_id = $1 and v.candidate_id = k.id and v.content ->> 'state' = 'submitted') as may
            from conflict x join candidate k on k.id = x.candidate_id join category c on c.id = k.category_id
                join scheme s on s.id = c.scheme_id
            where s.slug = $2 and c.slug = $3 and k.code = $4 and k.state = 'standing' and x.person_id = $1
                and x.kind = 'declared' and x.state = 'declared'),
        done as (
            update conflict x set state = 'dismissed', dismissal = 'Taken back by the judge', dismissed_by = $1
            from own where own.may and x.id = own.id)
        select candidate_id, may from own
        """
    package let judge: ID<Person>
    package let path: AwardPath

    package init(_ judge: ID<Person>, _ path: AwardPath) {
        self.judge = judge
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(judge, path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> (candidate: ID<Candidate>, isDone: Bool) {
        (try row.next(), try row.next())
    }
}
