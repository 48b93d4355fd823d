import Domain
import Services

extension Importer {
    func sites(_ table: inout ImportTable) async throws {
        let known = Dictionary(
            try await services.people.sites(in: work).map { ($0.name.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        try await table.each { row, _ in
            let name = row.line("name", "a name for the site", upTo: 100, required: true)
            let address = row.prose("address", "the address", upTo: 500)
            if let name { row.claim(name.lowercased(), "name", in: &seen, "This site") }
            guard row.isGood, let name else { return nil }
            guard let site = known[name.lowercased()] else {
                _ = try await services.people.addSite(name, address: address ?? "", by: actor, in: work)
                return .added
            }
            guard let address, address != site.address else { return .unchanged }
            _ = try await services.people.changeSite(site.name, address: address, by: actor, in: work)
            return .changed
        }
    }

    func rooms(_ table: inout ImportTable) async throws {
        var sites = NameIndex("site", try await services.people.sites(in: work).map { ($0.name, $0.name) })
        let known = Dictionary(
            try await services.people.rooms(in: work).map { ($0.printed.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        try await table.each { row, _ in
            let site = row.known("site", in: &sites, required: true)
            let name = row.line("name", "a name for the room", upTo: 100, required: true)
            let capacity = row.number("capacity", in: 1...10_000, required: true)
            let access = row.prose("access", "the access notes", upTo: 1000)
            if name?.contains("/") ?? false { row.refuse("name", PeopleRefusal.nameHasSlash(kind: "room").message) }
            if let site, let name { row.claim("\(site)/\(name)".lowercased(), "name", in: &seen, "This room") }
            guard row.isGood, let site, let name, let capacity else { return nil }
            guard let room = known["\(site)/\(name)".lowercased()] else {
                _ = try await services.people.addRoom(
                    "\(site)/\(name)", capacity: capacity, access: access ?? "", by: actor, in: work)
                return .added
            }
            guard capacity != room.capacity || (access ?? room.access) != room.access else { return .unchanged }
            _ = try await services.people.changeRoom(
                room.printed, capacity: capacity, access: access, by: actor, in: work)
            return .changed
        }
    }

    func teams(_ table: inout ImportTable) async throws {
        var sites = NameIndex("site", try await services.people.sites(in: work).map { ($0.name, $0.name) })
        let known = Dictionary(
            try await services.people.teams(in: work).map { ($0.name.lowercased(), $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        try await table.each { row, _ in
            let name = row.line("name", "a name for the team", upTo: 100, required: true)
            let service = row.line("service", "the service", upTo: 100)
            let site = row.known("site", in: &sites)
            let (from, to) = (row.day("from"), row.day("to"))
            if let from, let to, to < from { row.refuse("to", PeopleRefusal.datesInWrongOrder.message) }
            if let name { row.claim(name.lowercased(), "name", in: &seen, "This team") }
            guard row.isGood, let name else { return nil }
            guard let team = known[name.lowercased()] else {
                let details = TeamDetails(name: name, service: service ?? "", site: site, from: from, to: to)
                _ = try await services.people.addTeam(details, by: actor, in: work)
                return .added
            }
            let details = TeamDetails(
                name: team.name, service: service ?? team.service, site: row.has("site") ? site : team.site,
                from: row.has("from") ? from : team.from, to: row.has("to") ? to : team.to)
            let old = TeamDetails(name: team.name, service: team.service, site: team.site, from: team.from, to: team.to)
            guard details != old else { return .unchanged }
            _ = try await services.people.changeTeam(team.name, to: details, by: actor, in: work)
            return .changed
        }
    }
}
