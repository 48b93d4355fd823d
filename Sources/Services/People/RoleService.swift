package import Domain
package import Foundation
import Postgres
import Store

/// Roles from one day to another. Whoever holds one on a day is decided by the database's clock, so that nothing has to run
/// for it to begin or to end.
package struct RoleService: Sendable {
    let house: House

    /// The roles of a person, held, coming and over, newest first; for admins, and for oneself.
    package func grants(of person: UUID, by actor: Actor, in work: Work? = nil) async throws -> [RoleGrant] {
        if actor.kind == .visitor { throw AccessRefusal.signInFirst }
        return try await house.read(RoleGrantsOfPerson(actor, person: person), in: work)
    }

    /// Gives somebody a role from a day on. Nobody gives one to themselves.
    ///
    /// - Parameters:
    ///   - first: nil: from now on.
    ///   - last: nil: until it is taken away.
    package func grant(
        _ role: Role, to person: Person, from first: Day? = nil, until last: Day? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> RoleGrant {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "grant roles")
            guard person.id != actor.person else { throw PeopleRefusal.notToYourself }
            guard !person.hasLeft else { throw PeopleRefusal.hasLeft(person.email) }
            let today = London.local(house.outside.now()).day
            if let first, first < today { throw PeopleRefusal.dayIsPast(first) }
            if let last, last < first ?? today { throw PeopleRefusal.datesInWrongOrder }
            let entry = InsertRoleGrant(
                person: person.id, role: role, startsAt: first.flatMap { $0 > today ? London.start(of: $0) : nil },
                endsAt: last.map { London.start(of: $0.adding(days: 1)) }, grantedBy: actor.person)
            guard let id = try await work.transaction.first(entry) else { throw PeopleRefusal.roleHeldThen(role) }
            work.forgetRights()
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "role.grant", "person:\(person.id)",
                        after: .object([
                            "role": role.rawValue, "from": (first ?? today).iso, "until": last?.iso,
                        ]))
                ])
            guard let made = try await grants(of: person.publicID, by: system, in: work).first(where: { $0.id == id })
            else { throw ServiceFailure(.internalError) }
            return made
        }
    }

    /// Whose a role is that has not ended yet.
    package func held(
        _ id: UUID, by actor: Actor, in work: Work? = nil
    ) async throws -> (grant: RoleGrant, person: UUID) {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "change roles")
            guard let found = try await work.transaction.first(LockRoleGrant(actor, id: id)) else {
                throw AccessRefusal.notFound("role")
            }
            return (found.grant, found.personID)
        }
    }

    /// Gives a role another last day.
    ///
    /// - Parameter last: nil: it ends at once, or never begins.
    package func end(_ id: UUID, on last: Day?, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "change roles")
            guard let found = try await work.transaction.first(LockRoleGrant(actor, id: id)) else {
                throw AccessRefusal.notFound("role")
            }
            let (grant, today) = (found.grant, London.local(house.outside.now()).day)
            guard found.person != actor.person else { throw PeopleRefusal.notToYourself }
            if let last {
                guard last >= today else { throw PeopleRefusal.dayIsPast(last) }
                guard last >= grant.firstDay else { throw PeopleRefusal.datesInWrongOrder }
            }
            // Somebody must remain who is an admin without a last day.
            if grant.role == .admin, grant.standing == .held, grant.endsAt == nil,
                try await work.transaction.first(OtherAdmins(found.person)) ?? 0 == 0
            {
                throw PeopleRefusal.lastAdmin
            }
            do {
                _ = try await work.transaction.savepoint {
                    try await work.transaction.run(
                        EndRoleGrant(id: id, at: last.map { London.start(of: $0.adding(days: 1)) }))
                }
            } catch let error as PostgresError where error.sqlState == "23P01" {
                throw PeopleRefusal.roleHeldThen(grant.role)
            }
            work.forgetRights()
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "role.end", "person:\(found.person)",
                        before: .object([
                            "role": grant.role.rawValue, "from": grant.firstDay.iso, "until": grant.lastDay?.iso,
                        ]),
                        after: .object([
                            "role": grant.role.rawValue,
                            "until": last?.iso ?? (grant.standing == .coming ? "never began" : "at once"),
                        ]))
                ])
        }
    }

    private var system: Actor { Actor(.system, channel: .worker) }
}

extension Services {
    package var roles: RoleService { RoleService(house: house) }
}
