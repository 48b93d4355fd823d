package import Domain
package import Foundation
package import Postgres

/// A page of everybody whose name, address or team holds a text, and how many there are in all; for admins.
package struct PeoplePage: Statement {
    package static let sql = """
        select p.id, p.public_id, p.email, p.name, t.name, o.name, p.job_title,
            array(select r.role from person_role r where r.person_id = p.id order by r.role), p.left_at is not null, count(*) over ()
        from person p left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
        where app.actor_holds($1, $2, array['admin'])
            and ($3 = '' or strpos(lower(p.name), lower($3)) > 0 or strpos(p.email, lower($3)) > 0 or strpos(lower(t.name), lower($3)) > 0)
            and ($4::text is null or exists (select from person_role r where r.person_id = p.id and r.role = $4)) and (p.left_at is null or $5)
        order by lower(p.name), p.id limit $6 offset $7
        """
    package let actor: Actor
    package let search: String
    package let role: Role?
    package let withLeavers: Bool
    package let limit: Int
    package let offset: Int

    package init(_ actor: Actor, search: String, role: Role?, withLeavers: Bool, limit: Int, offset: Int) {
        self.actor = actor
        self.search = search
        self.role = role
        self.withLeavers = withLeavers
        self.limit = limit
        self.offset = offset
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.bind(search, role?.rawValue, withLeavers, limit, offset)
    }

    package static func decode(_ row: inout RowReader) throws -> (person: Person, total: Int) {
        (try People.decode(&row), try row.next())
    }
}

/// Anybody by their public id, leavers too; for admins.
package struct PersonByPublicID: Statement {
    package static let sql = """
        select p.id, p.public_id, p.email, p.name, t.name, o.name, p.job_title,
            array(select r.role from person_role r where r.person_id = p.id order by r.role), p.left_at is not null
        from person p left join team t on t.id = p.team_id left join organisation o on o.id = p.organisation_id
        where app.actor_holds($1, $2, array['admin']) and p.public_id = $3
        """
    package let actor: Actor
    package let id: UUID

    package init(_ actor: Actor, id: UUID) {
        self.actor = actor
        self.id = id
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(id)
    }

    package static func decode(_ row: inout RowReader) throws -> Person { try People.decode(&row) }
}
