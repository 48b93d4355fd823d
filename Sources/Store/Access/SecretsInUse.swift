package import Domain
package import Foundation
package import Postgres

/// The API tokens and calendar addresses that work, of one person or of all, by name; for admins.
package struct SecretsInUse: Statement {
    package static let sql = """
        select x.kind, x.id, p.public_id, p.name, p.email, x.created_at, x.used_at
        from (select 'token' as kind, id, person_id, created_at, used_at from api_token where revoked_at is null
            union all
            select 'calendar', id, person_id, created_at, used_at from calendar_address where revoked_at is null) x
        join person p on p.id = x.person_id
        where app.actor_holds($1, $2, array['admin']) and p.left_at is null and ($3::uuid is null or p.public_id = $3)
        order by lower(p.name), p.id, x.kind, x.id limit 1000
        """
    package let actor: Actor
    package let person: UUID?

    package init(_ actor: Actor, person: UUID? = nil) {
        self.actor = actor
        self.person = person
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(person)
    }

    package static func decode(_ row: inout RowReader) throws -> SecretInUse {
        let kind: String = try row.next()
        return try SecretInUse(
            kind: SecretInUse.Kind(rawValue: kind) ?? .token, number: row.next(), person: row.next(), name: row.next(),
            email: row.next(), madeAt: row.next(), usedAt: row.next())
    }
}
