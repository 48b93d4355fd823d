package import Domain
package import Postgres

/// The people whose name holds a text, or whose address begins with it; for those who schedule.
package struct PeopleNamed: Statement {
    package static let sql = """
        select p.id, p.public_id, p.email, p.name, t.name, o.name, p.job_title,
            array(select r.role from person_role r where r.person_id = p.id order by r.role), p.left_at is not null
        from person p left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
        where app.actor_schedules($1, $2) and p.left_at is null
            and (strpos(lower(p.name), lower($3)) > 0 or starts_with(p.email, lower($3)))
        order by lower(p.name) <> lower($3), p.name, p.email limit $4
        """
    package let actor: Actor
    package let text: String
    package let limit: Int

    package init(_ actor: Actor, text: String, limit: Int) {
        self.actor = actor
        self.text = text
        self.limit = limit
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(text, limit)
    }

    package static func decode(_ row: inout RowReader) throws -> Person { try People.decode(&row) }
}
