package import Domain
package import Foundation
package import Postgres

/// The roles of a person, held, coming and over, newest first; for admins, and for oneself.
package struct RoleGrantsOfPerson: Statement {
    package static let sql = """
        select \(columns)
        from role_grant g join person p on p.id = g.person_id
        where p.public_id = $3 and (app.actor_holds($1, $2, array['admin']) or p.id = $1) and \(began)
        order by \(order)
        """
    /// What `decode` reads of a grant `g`.
    static let columns = """
        g.public_id, g.role, coalesce(g.starts_at, g.granted_at), g.ends_at, coalesce(g.starts_at > (select app.app_now()), false),
            g.is_over or coalesce(g.ends_at <= (select app.app_now()), false)
        """
    /// Not one that was taken away before it began.
    static let began = "not coalesce(g.ends_at = g.starts_at, false)"
    static let order = "coalesce(g.starts_at, g.granted_at) desc, g.role"

    package let actor: Actor
    package let person: UUID

    package init(_ actor: Actor, person: UUID) {
        self.actor = actor
        self.person = person
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(actor: actor)
        parameters.append(person)
    }

    package static func decode(_ row: inout RowReader) throws -> RoleGrant {
        let (id, role): (UUID, Role) = (try row.next(), try row.next())
        let (startsAt, endsAt): (Date, Date?) = (try row.next(), try row.next())
        let (isComing, isOver): (Bool, Bool) = (try row.next(), try row.next())
        return RoleGrant(
            id: id, role: role, startsAt: startsAt, endsAt: endsAt,
            standing: isOver ? .over : isComing ? .coming : .held)
    }
}

/// A role from a moment on. No row: it is held for a part of that time already.
package struct InsertRoleGrant: Statement {
    package static let sql = """
        insert into role_grant (person_id, role, starts_at, ends_at, granted_by)
        values ($1, $2, coalesce($3, \(lastEnd(person: "$1", role: "$2"))), $4, $5)
        on conflict do nothing returning public_id
        """
    /// When the role ended last by its date, in SQL: what is given at once holds from then, or from ever.
    static func lastEnd(person: String, role: String) -> String {
        """
        (select max(old.ends_at) from role_grant old
            where old.person_id = \(person) and old.role = \(role) and not old.is_over and old.ends_at <= app.app_now())
        """
    }

    package let person: ID<Person>
    package let role: Role
    /// Nil: now.
    package let startsAt: Date?
    package let endsAt: Date?
    package let grantedBy: ID<Person>?

    package init(person: ID<Person>, role: Role, startsAt: Date?, endsAt: Date?, grantedBy: ID<Person>?) {
        self.person = person
        self.role = role
        self.startsAt = startsAt
        self.endsAt = endsAt
        self.grantedBy = grantedBy
    }

    package func bind(to parameters: inout Parameters) {
        parameters.bind(person, role.rawValue, startsAt, endsAt, grantedBy)
    }

    package static func decode(_ row: inout RowReader) throws -> UUID { try row.next() }
}

/// A grant that is not over, locked, with whose it is; for admins.
package struct LockRoleGrant: Statement {
    package struct Found: Sendable {
        package let person: ID<Person>
        package let personID: UUID
        package let grant: RoleGrant
    }

    package static let sql = """
        select p.id, p.public_id, \(RoleGrantsOfPerson.columns)
        from role_grant g join person p on p.id = g.person_id
        where g.public_id = $3 and app.actor_holds($1, $2, array['admin']) and not g.is_over
            and (g.ends_at is null or g.ends_at > app.app_now())
        for update of g
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

    package static func decode(_ row: inout RowReader) throws -> Found {
        let (person, personID): (ID<Person>, UUID) = (try row.next(), try row.next())
        return Found(person: person, personID: personID, grant: try RoleGrantsOfPerson.decode(&row))
    }
}

/// Another last moment for a grant; nil: it ends now, or never begins. No row: it would run into a later one.
package struct EndRoleGrant: Statement {
    package static let sql =
        "update role_grant set ends_at = greatest(starts_at, coalesce($2, app.app_now())), is_over = $2::timestamptz is null where public_id = $1"
    package let id: UUID
    package let at: Date?

    package init(id: UUID, at: Date?) {
        self.id = id
        self.at = at
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(id, at) }
}

/// Roles that were to come begin now instead: forgets them where the role is not held.
package struct DropComingRoles: Statement {
    package static let sql = """
        delete from role_grant g where g.person_id = $1 and g.role = any($2::text[]) and g.starts_at > app.app_now()
            and not exists (select from person_role r where r.person_id = g.person_id and r.role = g.role)
        """
    package let person: ID<Person>
    package let roles: [Role]

    package init(_ person: ID<Person>, _ roles: [Role]) {
        self.person = person
        self.roles = roles
    }

    package func bind(to parameters: inout Parameters) { parameters.bind(person, roles.map(\.rawValue)) }
}
