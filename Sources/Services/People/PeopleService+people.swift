package import Domain
import Foundation
import Postgres
import Store

extension PeopleService {
    /// Adds a person. In a database without an admin anybody may add the first one, and nothing else.
    package func addPerson(_ details: PersonDetails, by actor: Actor, in work: Work? = nil) async throws -> Person {
        try await house.within(work) { work in
            let roles = details.roles ?? [.practitioner]
            try await mayAdd(roles, actor, work)
            let email = try EmailAddress(details.email).text
            guard try await work.people([email]).isEmpty else { throw PeopleRefusal.emailTaken(email) }
            let name = try FreeText.line(details.name ?? "", "a name", longest: 200)
            let (team, employer) = try await relations(details, work, actor)
            let jobTitle = try FreeText.line(details.jobTitle ?? "", "the job title", longest: 120, required: false)
            guard
                let id = try await work.transaction.first(
                    InsertPerson(
                        email: email, name: name, team: team?.id, organisation: employer?.id, jobTitle: jobTitle))
            else { throw ServiceFailure(.internalError) }
            try await work.transaction.run(GrantRoles(id, roles, by: actor.person))
            if actor.person == nil || roles.contains(.admin) { work.forgetRights() }
            try await linkFirstAdmin(id, roles, actor, work)
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "person.add", "person:\(id)",
                        after: .object([
                            "roles": roles.map(\.rawValue).sorted().joined(separator: ";"), "team": team?.name,
                        ]))
                ])
            return try await known(email, actor, work)
                ?? Person(
                    id: id, publicID: house.outside.uuid(), email: email, name: name, team: team?.name,
                    employer: employer?.name,
                    jobTitle: jobTitle, roles: roles.sorted(), hasLeft: false)
        }
    }

    /// Changes what `details` names; nil leaves a field, an empty text clears it.
    package func changePerson(_ details: PersonDetails, by actor: Actor, in work: Work? = nil) async throws -> Person {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "change people")
            let email = try EmailAddress(details.email).text
            guard let person = try await known(email, actor, work) else {
                throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
            }
            if let roles = details.roles, Set(roles) != Set(person.roles) {
                try await change(roles, of: person, actor, work)
            }
            let name = try details.name.map { try FreeText.line($0, "a name", longest: 200) } ?? person.name
            var wanted = details
            wanted.team = details.team ?? person.team
            wanted.employer = details.employer ?? person.employer
            let (team, employer) = try await relations(wanted, work, actor)
            let jobTitle =
                try details.jobTitle.map { try FreeText.line($0, "the job title", longest: 120, required: false) }
                ?? person.jobTitle
            try await work.transaction.run(
                UpdatePerson(id: person.id, name: name, team: team?.id, organisation: employer?.id, jobTitle: jobTitle))
            let changed = [
                name != person.name ? "name" : nil, team?.name != person.team ? "team" : nil,
                employer?.name != person.employer ? "employer" : nil, jobTitle != person.jobTitle ? "job_title" : nil,
            ].compactMap(\.self)
            if !changed.isEmpty {
                try await work.audit(
                    actor,
                    [
                        AuditLine(
                            "person.change", "person:\(person.id)", before: .object(["team": person.team]),
                            after: .object(["team": team?.name, "changed": changed.joined(separator: ";")]))
                    ])
            }
            return try await known(email, actor, work) ?? person
        }
    }

    /// Somebody leaves: access ends at once, places go to those who wait, sessions they lead are named.
    package func leave(_ email: String, by actor: Actor, in work: Work? = nil) async throws -> (
        released: Int, leads: [String]
    ) {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "end somebody's access")
            let email = try await self.email(meant: email, by: actor, in: work)
            guard let person = try await known(email, actor, work) else {
                throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
            }
            if person.roles.contains(.admin), try await work.transaction.first(OtherAdmins(person.id)) ?? 0 == 0 {
                throw PeopleRefusal.lastAdmin
            }
            let mine = try await work.transaction.run(BookingsOfPerson(person.id))
            let future = mine.map(\.booking).filter { ($0.startsAt ?? .distantFuture) > house.outside.now() }
            let released = try await BookingService(house: house).release(future, reason: "has left", by: actor, work)
            // Whoever was told the day has the mail already.
            let day = try await work.transaction.first(LeavingOf(actor, person: person.publicID)).map {
                London.local($0).day
            }
            try await work.transaction.run(MarkLeft(person.id))
            try await work.transaction.run(EndAccessOfPerson(person: person.id))
            try await oweRecord(person, leaving: day ?? London.local(house.outside.now()).day, work)
            let leads = try await work.transaction.run(SessionsLedBy(person.id))
            try await work.audit(actor, [AuditLine("person.leave", "person:\(person.id)")])
            return (released, leads)
        }
    }

    private func known(_ email: String, _ actor: Actor, _ work: Work) async throws -> Person? {
        try await work.transaction.first(People(Actor(.system, channel: actor.channel), email: email))
    }

    func mayAdd(_ roles: [Role], _ actor: Actor, _ work: Work) async throws {
        if roles.contains(.admin), try await work.transaction.first(InstallationState())?.hasAdmin == false { return }
        let needed: [Role] =
            roles.contains(where: { [.admin, .staff, .manager, .safeguarding].contains($0) })
            ? [.admin] : [.staff, .admin]
        try await work.require(needed, actor, to: needed == [.admin] ? "grant roles" : "add people")
    }

    func change(_ roles: [Role], of person: Person, _ actor: Actor, _ work: Work) async throws {
        try await work.require([.admin], actor, to: "grant roles")
        guard person.id != actor.person else { throw PeopleRefusal.notToYourself }
        if person.roles.contains(.admin), !roles.contains(.admin),
            try await work.transaction.first(OtherAdmins(person.id)) ?? 0 == 0
        {
            throw PeopleRefusal.lastAdmin
        }
        try await work.transaction.run(RevokeRolesBut(person.id, roles))
        try await work.transaction.run(DropComingRoles(person.id, roles))
        try await work.transaction.run(GrantRoles(person.id, roles, by: actor.person))
        work.forgetRights()
        try await work.audit(
            actor,
            [
                AuditLine(
                    "role.change", "person:\(person.id)",
                    before: .object(["roles": person.roles.map(\.rawValue).joined(separator: ";")]),
                    after: .object(["roles": roles.map(\.rawValue).sorted().joined(separator: ";")]))
            ])
    }

    private func relations(
        _ details: PersonDetails, _ work: Work, _ actor: Actor
    ) async throws -> (team: Team?, employer: (id: ID<Organisation>, name: String)?) {
        var team: Team?
        if let name = details.team, !name.isEmpty { team = try await work.team(name, actor) }
        var employer: (id: ID<Organisation>, name: String)?
        if let name = details.employer, !name.isEmpty {
            let clean = try FreeText.line(name, "the employer", longest: 120)
            employer = try await work.transaction.first(EnsureOrganisations(names: [clean]))
        }
        return (team, employer)
    }

    /// Whoever created the embedded database is linked to its first admin.
    private func linkFirstAdmin(_ id: ID<Person>, _ roles: [Role], _ actor: Actor, _ work: Work) async throws {
        guard roles.contains(.admin), let user = actor.osUser,
            try await work.transaction.first(OtherAdmins(id)) ?? 0 == 0
        else {
            return
        }
        try await work.transaction.run(LinkOperatingSystemUser(name: user, person: id))
    }
}
