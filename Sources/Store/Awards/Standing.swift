package import Domain
package import Foundation
package import Postgres

/// Where each scheme stands, in what the actor may count: nominations, candidates and ballots only of categories whose nominations
/// they read, and never of themselves.
package struct SchemesInFigures: Statement {
    package static let sql = """
        select s.slug,
            (select count(*) from category c where c.scheme_id = s.id),
            (select count(*) from category c where c.scheme_id = s.id and not exists (select from panel_category pc where pc.category_id = c.id)),
            cardinality(r.ids) > 0,
            n.waiting, n.accepted, n.ineligible, n.withdrawn,
            (select count(*) from candidate k join nominee x on x.id = k.nominee_id
                where k.category_id = any (r.ids) and k.state = 'standing' and coalesce(x.person_id <> $1, true)),
            (select count(*) from assignment a join candidate k on k.id = a.candidate_id join nominee x on x.id = k.nominee_id
                where a.category_id = any (r.ids) and not a.conflicted and k.state = 'standing' and coalesce(x.person_id <> $1, true)
                    and not exists (select from panel_member m
                        where m.panel_id = a.panel_id and m.person_id = a.judge_id and m.answer = 'declined')),
            (select count(*) from ballot b join candidate k on k.id = b.candidate_id join nominee x on x.id = k.nominee_id
                where b.category_id = any (r.ids) and b.state in ('submitted', 'abstained') and k.state = 'standing'
                    and coalesce(x.person_id <> $1, true)),
            (select count(distinct (f.candidate_id, f.person_id)) from conflict f join candidate k on k.id = f.candidate_id
                join nominee x on x.id = k.nominee_id
                where k.category_id = any (r.ids) and k.state = 'standing' and f.state = 'suggested' and coalesce(x.person_id <> $1, true)
                    and not exists (select from conflict d
                        where d.candidate_id = f.candidate_id and d.person_id = f.person_id and d.state = 'declared')),
            (select count(*) from candidate k join nominee x on x.id = k.nominee_id join category c on c.id = k.category_id
                where s.kind <> 'celebrated' and k.category_id = any (r.ids) and k.state = 'standing'
                    and (x.pseudonym is not null or c.is_blind) and coalesce(x.person_id <> $1, true) and not app.panel_may_read(k.id)),
            (select count(*) from panel p where p.scheme_id = s.id),
            (select count(*) from judging_round j where j.scheme_id = s.id and j.closed_at is null),
            (select count(*) from judging_round j where j.scheme_id = s.id and j.closed_at is not null),
            (select e.until_at from embargo e where e.scheme_id = s.id)
        from scheme s
            cross join lateral (select array(select c.id from category c
                where c.scheme_id = s.id and app.reads_nominations($1, $2, c.id)) as ids) r
            cross join lateral (select count(*) filter (where x.state = 'submitted') as waiting,
                    count(*) filter (where x.state = 'accepted') as accepted, count(*) filter (where x.state = 'ineligible') as ineligible,
                    count(*) filter (where x.state = 'withdrawn') as withdrawn
                from nomination x join nominee e on e.id = x.nominee_id
                where x.category_id = any (r.ids) and coalesce(e.person_id <> $1, true)) n
        where ($3::text is null or s.slug = $3) and app.actor_schedules($1, $2)
        order by s.opens_at desc, s.slug
        """
    package let actor: Actor
    package let slug: String?

    package init(_ actor: Actor, slug: String? = nil) {
        self.actor = actor
        self.slug = slug
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(slug)
    }

    package static func decode(_ row: inout RowReader) throws -> SchemeFigures {
        try SchemeFigures(
            scheme: row.next(), categories: row.next(), unjudged: row.next(), readsNominations: row.next(),
            waiting: row.next(), accepted: row.next(), ineligible: row.next(), withdrawn: row.next(),
            candidates: row.next(), assigned: row.next(), ballots: row.next(), suggested: row.next(),
            unreadable: row.next(), panels: row.next(), openRounds: row.next(), closedRounds: row.next(),
            embargo: row.next())
    }
}

/// The panels that the actor sits on, with what is theirs there: the ballots that they owe, and the categories that they lead. A
/// category that somebody else leads in their place is just not among those.
package struct OwnSeats: Statement {
    package static let sql = """
        select s.slug, s.title, p.slug, m.part,
            exists (select from judging_round r where r.panel_id = p.id and r.closed_at is null),
            (select count(*) from assignment a join candidate k on k.id = a.candidate_id
                where a.panel_id = p.id and a.judge_id = $1 and not a.conflicted and k.state = 'standing'),
            (select count(*) from ballot b join candidate k on k.id = b.candidate_id
                where b.panel_id = p.id and b.judge_id = $1 and b.state in ('submitted', 'abstained') and k.state = 'standing'),
            array(select c.slug from panel_category pc join category c on c.id = pc.category_id
                where pc.panel_id = p.id and app.leads_category($1, c.id) order by c.id),
            array(select c.title from panel_category pc join category c on c.id = pc.category_id
                where pc.panel_id = p.id and app.leads_category($1, c.id) order by c.id),
            exists (select from judging_round r where r.panel_id = p.id)
                and not exists (select from judging_round r where r.panel_id = p.id and r.closed_at is null),
            s.state, s.kind,
            array(select c.slug from meeting g join category c on c.id = g.category_id
                where g.panel_id = p.id and g.closed_at is null order by c.id),
            array(select c.title from meeting g join category c on c.id = g.category_id
                where g.panel_id = p.id and g.closed_at is null order by c.id)
        from panel_member m join panel p on p.id = m.panel_id join scheme s on s.id = p.scheme_id join person j on j.id = m.person_id
        where m.person_id = $1 and j.left_at is null and s.state <> 'draft' order by s.opens_at desc, s.slug, p.id
        """
    package let person: ID<Person>

    package init(_ person: ID<Person>) { self.person = person }

    package func bind(to parameters: inout Parameters) { parameters.append(person) }

    package static func decode(_ row: inout RowReader) throws -> OwnSeat {
        let (scheme, title): (String, String) = (try row.next(), try row.next())
        let (panel, part): (String, PanelSeat.Part) = (try row.next(), try row.next())
        let (isOpen, due, done): (Bool, Int, Int) = (try row.next(), try row.next(), try row.next())
        let (slugs, titles): ([String], [String]) = (try row.next(), try row.next())
        let (isOver, state, kind): (Bool, Scheme.State, Scheme.Kind) = (
            try row.next(), try row.next(), try row.next()
        )
        let (met, named): ([String], [String]) = (try row.next(), try row.next())
        return OwnSeat(
            scheme: scheme, title: title, panel: panel, part: part, roundIsOpen: isOpen, due: due, done: done,
            leads: zip(slugs, titles).map { ($0, $1) }, roundIsOver: isOver, state: state, kind: kind,
            meetings: zip(met, named).map { ($0, $1) })
    }
}

/// Until when a scheme's result stays closed, and what somebody asked to shorten that to.
package struct Embargo: Statement {
    package static let sql = """
        select e.until_at, r.until_at, r.asked_by = $3, p.name
        from scheme s left join embargo e on e.scheme_id = s.id left join embargo_request r on r.scheme_id = s.id
            left join person p on p.id = r.asked_by
        where s.slug = $4 and app.actor_schedules($1, $2) and $3::bigint is not distinct from $1
        """
    package let actor: Actor
    package let scheme: String

    package init(_ actor: Actor, scheme: String) {
        self.actor = actor
        self.scheme = scheme
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(actor.person, scheme)
    }

    package static func decode(_ row: inout RowReader) throws -> (
        until: Date?, asked: Date?, askedByActor: Bool?, askedBy: String?
    ) {
        (try row.next(), try row.next(), try row.next(), try row.next())
    }
}
