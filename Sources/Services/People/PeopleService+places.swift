package import Domain
import Foundation
import Postgres
import Store

extension PeopleService {
    package func addSite(_ name: String, address: String = "", by actor: Actor, in work: Work? = nil) async throws
        -> Site
    {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add sites")
            let name = try FreeText.line(name, "a name for the site", longest: 100)
            guard !name.contains("/") else { throw PeopleRefusal.nameHasSlash(kind: "site") }
            let address = try FreeText.prose(address, "the address", longest: 500)
            let sites = try await work.sites()
            guard !sites.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
                throw PeopleRefusal.nameTaken(kind: "site", name: name)
            }
            let slug = freeSlug(Slug.from(name), taken: Set(sites.map(\.slug)), otherwise: "site")
            guard let id = try await work.transaction.first(InsertSite(name: name, slug: slug, address: address)) else {
                throw ServiceFailure(.internalError)
            }
            work.forgetNames()
            try await work.audit(actor, [AuditLine("site.add", "site:\(name)", after: .object(["address": address]))])
            return Site(id: id, name: name, slug: slug, address: address)
        }
    }

    package func changeSite(
        _ name: String, to newName: String? = nil, address: String? = nil, by actor: Actor, in work: Work? = nil
    ) async throws -> Site {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "change sites")
            let site = try await work.site(name, actor)
            let renamed = try newName.map { try FreeText.line($0, "a name for the site", longest: 100) } ?? site.name
            guard !renamed.contains("/") else { throw PeopleRefusal.nameHasSlash(kind: "site") }
            let taken = try await work.sites().contains {
                $0.id != site.id && $0.name.lowercased() == renamed.lowercased()
            }
            guard !taken else { throw PeopleRefusal.nameTaken(kind: "site", name: renamed) }
            let moved = try address.map { try FreeText.prose($0, "the address", longest: 500) } ?? site.address
            try await work.transaction.run(UpdateSite(id: site.id, name: renamed, address: moved))
            work.forgetNames()
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "site.change", "site:\(renamed)",
                        before: .object(["name": site.name, "address": site.address]),
                        after: .object(["name": renamed, "address": moved]))
                ])
            return Site(id: site.id, name: renamed, slug: site.slug, address: moved)
        }
    }

    package func removeSite(_ name: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "remove sites")
            let site = try await work.site(name, actor)
            try await work.remove(kind: "site", name: site.name) { try await $0.run(DeleteSite(id: site.id)) }
            try await work.audit(actor, [AuditLine("site.remove", "site:\(site.name)")])
        }
    }

    /// - Parameter room: `SITE/ROOM`; the site must be known.
    package func addRoom(
        _ room: String, capacity: Int, access: String = "", by actor: Actor, in work: Work? = nil
    ) async throws -> Room {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add rooms")
            let halves = room.split(separator: "/", omittingEmptySubsequences: false)
            guard halves.count == 2 else { throw PeopleRefusal.roomNameShape(String(room.prefix(120))) }
            let site = try await work.site(String(halves[0]), actor)
            let name = try FreeText.line(String(halves[1]), "a name for the room", longest: 100)
            guard (1...10_000).contains(capacity) else { throw PeopleRefusal.capacityOutOfRange(capacity) }
            let access = try FreeText.prose(access, "the access notes", longest: 1000)
            let taken = try await work.rooms().contains {
                $0.site == site.name && $0.name.lowercased() == name.lowercased()
            }
            guard !taken else { throw PeopleRefusal.nameTaken(kind: "room", name: "\(site.name)/\(name)") }
            guard
                let id = try await work.transaction.first(
                    InsertRoom(site: site.id, name: name, capacity: capacity, access: access))
            else { throw ServiceFailure(.internalError) }
            work.forgetNames()
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "room.add", "room:\(site.name)/\(name)",
                        after: .object(["capacity": "\(capacity)", "access": access]))
                ])
            return Room(id: id, site: site.name, name: name, capacity: capacity, access: access)
        }
    }

    package func changeRoom(
        _ printed: String, to newName: String? = nil, capacity: Int? = nil, access: String? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws -> Room {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "change rooms")
            let room = try await work.room(printed, actor)
            let name = try newName.map { try FreeText.line($0, "a name for the room", longest: 100) } ?? room.name
            guard !name.contains("/") else { throw PeopleRefusal.nameHasSlash(kind: "room") }
            let capacity = capacity ?? room.capacity
            guard (1...10_000).contains(capacity) else { throw PeopleRefusal.capacityOutOfRange(capacity) }
            let access = try access.map { try FreeText.prose($0, "the access notes", longest: 1000) } ?? room.access
            let taken = try await work.rooms().contains {
                $0.id != room.id && $0.site == room.site && $0.name.lowercased() == name.lowercased()
            }
            guard !taken else { throw PeopleRefusal.nameTaken(kind: "room", name: "\(room.site)/\(name)") }
            try await work.transaction.run(UpdateRoom(id: room.id, name: name, capacity: capacity, access: access))
            work.forgetNames()
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "room.change", "room:\(room.site)/\(name)",
                        before: .object(["name": room.name, "capacity": "\(room.capacity)", "access": room.access]),
                        after: .object(["name": name, "capacity": "\(capacity)", "access": access]))
                ])
            return Room(id: room.id, site: room.site, name: name, capacity: capacity, access: access)
        }
    }

    package func removeRoom(_ printed: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "remove rooms")
            let room = try await work.room(printed, actor)
            try await work.remove(kind: "room", name: room.printed) { try await $0.run(DeleteRoom(id: room.id)) }
            try await work.audit(actor, [AuditLine("room.remove", "room:\(room.printed)")])
        }
    }

    package func addTeam(_ details: TeamDetails, by actor: Actor, in work: Work? = nil) async throws -> Team {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "add teams")
            let (clean, site) = try await checked(details, work, actor)
            let taken = try await work.teams().contains { $0.name.lowercased() == clean.name.lowercased() }
            guard !taken else { throw PeopleRefusal.nameTaken(kind: "team", name: clean.name) }
            guard let id = try await work.transaction.first(InsertTeam(clean, site: site?.id)) else {
                throw ServiceFailure(.internalError)
            }
            work.forgetNames()
            try await work.audit(
                actor, [AuditLine("team.add", "team:\(clean.name)", after: .object(["service": clean.service]))])
            return Team(
                id: id, name: clean.name, service: clean.service, site: site?.name, from: clean.from, to: clean.to)
        }
    }

    /// Replaces what is known about a team.
    package func changeTeam(_ name: String, to details: TeamDetails, by actor: Actor, in work: Work? = nil) async throws
        -> Team
    {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "change teams")
            let team = try await work.team(name, actor)
            let (clean, site) = try await checked(details, work, actor)
            let taken = try await work.teams().contains {
                $0.id != team.id && $0.name.lowercased() == clean.name.lowercased()
            }
            guard !taken else { throw PeopleRefusal.nameTaken(kind: "team", name: clean.name) }
            try await work.transaction.run(UpdateTeam(id: team.id, clean, site: site?.id))
            work.forgetNames()
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "team.change", "team:\(clean.name)",
                        before: .object(["name": team.name, "service": team.service]),
                        after: .object(["name": clean.name, "service": clean.service]))
                ])
            return Team(
                id: team.id, name: clean.name, service: clean.service, site: site?.name, from: clean.from, to: clean.to)
        }
    }

    package func removeTeam(_ name: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "remove teams")
            let team = try await work.team(name, actor)
            try await work.remove(kind: "team", name: team.name) { try await $0.run(DeleteTeam(id: team.id)) }
            try await work.audit(actor, [AuditLine("team.remove", "team:\(team.name)")])
        }
    }

    private func checked(_ details: TeamDetails, _ work: Work, _ actor: Actor) async throws -> (TeamDetails, Site?) {
        var clean = details
        clean.name = try FreeText.line(details.name, "a name for the team", longest: 100)
        clean.service = try FreeText.line(details.service, "the service", longest: 100, required: false)
        if let from = details.from, let to = details.to, to < from { throw PeopleRefusal.datesInWrongOrder }
        let named = details.site.flatMap { $0.isEmpty ? nil : $0 }
        var site: Site?
        if let named { site = try await work.site(named, actor) }
        return (clean, site)
    }

    private func freeSlug(_ wanted: String, taken: Set<String>, otherwise: String) -> String {
        let base = wanted.isEmpty ? otherwise : wanted
        if !taken.contains(base) { return base }
        var number = 2
        while taken.contains("\(base.prefix(74))-\(number)") { number += 1 }
        return "\(base.prefix(74))-\(number)"
    }
}
