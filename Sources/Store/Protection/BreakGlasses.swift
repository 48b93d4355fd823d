package import Domain
package import Foundation
package import Postgres

/// Wishes to read a name: one's own, and for those who may grant them all of the last month.
package struct BreakGlasses: Statement {
    package static let sql = """
        select b.public_id, b.nominee_id, n.pseudonym, a.name, b.reason, b.asked_at, g.name, b.granted_at, coalesce(b.asked_by = $1, false),
            coalesce(b.granted_at <= app.app_now() and app.app_now() < b.granted_at + interval '30 minutes', false)
        from break_glass b join nominee n on n.id = b.nominee_id join person a on a.id = b.asked_by left join person g on g.id = b.granted_by
        where b.asked_at > app.app_now() - interval '30 days'
            and (b.asked_by = $1 or app.actor_holds($1, $2, array['admin']) or app.protects($1)) and ($3::uuid is null or b.public_id = $3)
        order by b.id desc limit 200
        """
    package let actor: Actor
    package let id: UUID?

    package init(_ actor: Actor, id: UUID? = nil) {
        self.actor = actor
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(id)
    }

    package static func decode(_ row: inout RowReader) throws -> BreakGlass {
        try BreakGlass(
            id: row.next(), nominee: row.next(), name: row.next() ?? "", askedBy: row.next(), reason: row.next(),
            askedAt: row.next(), grantedBy: row.next(), grantedAt: row.next(), isOwn: row.next(), isOpen: row.next())
    }
}

/// The young nominee that a candidate's whole name means, for those who may ask for the name.
package struct NomineeToAskFor: Statement {
    package static let sql = """
        select n.id from candidate k join category c on c.id = k.category_id join scheme s on s.id = c.scheme_id join nominee n on n.id = k.nominee_id
        where s.slug = $3 and c.slug = $4 and k.code = $5 and n.pseudonym is not null and s.state <> 'draft'
            and app.actor_schedules($1, $2) and not app.judges_category($1, c.id)
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

    package static func decode(_ row: inout RowReader) throws -> Int { try row.next() }
}

package struct InsertBreakGlass: Statement {
    package static let sql =
        "insert into break_glass (nominee_id, asked_by, reason) values ($1, $2, $3) returning public_id"
    package let nominee: Int
    package let asker: ID<Person>
    package let reason: String

    package init(_ nominee: Int, by asker: ID<Person>, reason: String) {
        self.nominee = nominee
        self.asker = asker
        self.reason = reason
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(nominee, asker, reason) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// No row: somebody granted it meanwhile.
package struct GrantBreakGlass: Statement {
    package static let sql = """
        update break_glass set granted_by = $2, granted_at = app.app_now() where public_id = $1 and granted_at is null returning public_id
        """
    package let id: UUID
    package let granter: ID<Person>

    package init(_ id: UUID, by granter: ID<Person>) {
        self.id = id
        self.granter = granter
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, granter) }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// Who is told at once: the holder of a post today, else those who hold the first of the roles that anybody holds.
package struct WhoToTell: Statement {
    package static let sql = """
        with holders as (
            select h.person_id as id, 0 as turn from post p join post_holder h on h.post_id = p.id join person x on x.id = h.person_id
            where lower(p.name) = lower($1) and x.left_at is null
                and daterange(h.from_day, h.to_day, '[]') @> (app.app_now() at time zone 'Europe/London')::date
            union all
            select r.person_id, w.turn::int from unnest($2::text[]) with ordinality w(role, turn) join person_role r on r.role = w.role
                join person x on x.id = r.person_id where x.left_at is null)
        select distinct id from holders where turn = (select min(turn) from holders) order by id
        """
    package let post: String
    package let roles: [Role]

    package init(post: String, roles: [Role]) {
        self.post = post
        self.roles = roles
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(post, roles.map(\.rawValue)) }

    package static func decode(_ row: inout RowReader) throws -> ID<Person> { try row.next() }
}
