package import Domain
package import Postgres

/// The candidates of a category that the actor may see: all for staff who do not judge there, without themselves; for its judges
/// those without a conflict. A blind category shows its judges no nominee.
package struct Candidates: Statement {
    package static let sql = """
        select k.id, s.slug || '/' || c.slug || '/' || k.code,
            case when app.reads_nominations($1, $2, c.id) or not c.is_blind then coalesce(np.email, nt.name, n.pseudonym) end,
            k.band, k.state,
            (select count(*) from nomination v where v.candidate_id = k.id)
        from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id
            join nominee n on n.id = k.nominee_id left join person np on np.id = n.person_id left join team nt on nt.id = n.team_id
        where s.slug = $3 and c.slug = $4 and ($5::text is null or k.code = $5) and coalesce(n.person_id <> $1, true)
            and (app.reads_nominations($1, $2, c.id)
                or (k.state = 'standing' and app.accepted_category($1, c.id) and not app.conflicted($1, k.id)))
        order by k.state <> 'standing', k.code
        """
    package let actor: Actor
    package let path: AwardPath

    package init(_ actor: Actor, _ path: AwardPath) {
        self.actor = actor
        self.path = path
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(path.scheme, path.part, path.code)
    }

    package static func decode(_ row: inout RowReader) throws -> Candidate {
        try Candidate(
            id: row.next(), name: row.next(), nominee: row.next(), band: row.next(), state: row.next(),
            voices: row.next())
    }
}

/// What the actor is in a category: whether they may list its candidates at all.
package struct StandingInCategory: Statement {
    package static let sql = """
        select c.id, app.reads_nominations($1, $2, c.id), app.accepted_category($1, c.id), coalesce(app.leads_category($1, c.id), false),
            app.reads_results($1, $2, c.id)
        from category c join scheme s on s.id = c.scheme_id where s.slug = $3 and c.slug = $4
            and (s.state <> 'draft' or app.actor_schedules($1, $2))
        """
    package struct Found: Sendable {
        package let category: ID<AwardCategory>
        package let readsNominations: Bool
        package let judges: Bool
        package let leads: Bool
        package let readsResults: Bool
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
            category: row.next(), readsNominations: row.next(), judges: row.next(), leads: row.next(),
            readsResults: row.next())
    }
}
