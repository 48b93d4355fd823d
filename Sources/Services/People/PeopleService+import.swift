package import Domain
import Postgres
import Store

extension PeopleService {
    /// How many people one statement takes.
    private static let together = 1000

    /// Adds many people by the rules of `addPerson`, in a few statements instead of some for each.
    ///
    /// - Returns: for each, in the order given, why they were not added; nil for whoever was.
    package func addPeople(_ many: [PersonDetails], by actor: Actor, in work: Work) async throws -> [(any Refusal)?] {
        var refusals = [(any Refusal)?](repeating: nil, count: many.count)
        var good: [(index: Int, details: PersonDetails)] = []
        for (index, details) in many.enumerated() {
            do {
                let roles = details.roles ?? [.practitioner]
                if roles.contains(.admin) {
                    // Whoever becomes the first admin changes what everybody else may do.
                    _ = try await addPerson(details, by: actor, in: work)
                } else {
                    try await mayAdd(roles, actor, work)
                    good.append((index, details))
                }
            } catch let refusal as any Refusal {
                refusals[index] = refusal
            }
        }
        var rest = good[...]
        while !rest.isEmpty {
            let part = rest.prefix(Self.together)
            rest = rest.dropFirst(part.count)
            for (index, refusal) in try await add(Array(part), actor, work) { refusals[index] = refusal }
        }
        return refusals
    }

    private func add(
        _ part: [(index: Int, details: PersonDetails)], _ actor: Actor, _ work: Work
    ) async throws -> [(Int, any Refusal)] {
        var refused: [(Int, any Refusal)] = []
        var taken = Set(
            try await work.people(part.compactMap { try? EmailAddress($0.details.email).text }).keys)
        let employers = try await employers(of: part.map(\.details), work)
        var entries: [InsertPeople.Entry] = []
        var teams: [String?] = []
        for (index, details) in part {
            do {
                let email = try EmailAddress(details.email).text
                guard taken.insert(email).inserted else { throw PeopleRefusal.emailTaken(email) }
                var team: Team?
                if let name = details.team, !name.isEmpty { team = try await work.team(name, actor) }
                var employer: ID<Organisation>?
                if let name = details.employer, !name.isEmpty {
                    let clean = try FreeText.line(name, "the employer", longest: 120)
                    employer = try await self.employer(clean, employers, work).id
                }
                entries.append(
                    InsertPeople.Entry(
                        email: email, name: try FreeText.line(details.name ?? "", "a name", longest: 200),
                        team: team?.id, organisation: employer,
                        jobTitle: try FreeText.line(
                            details.jobTitle ?? "", "the job title", longest: 120, required: false),
                        roles: details.roles ?? [.practitioner]))
                teams.append(team?.name)
            } catch let refusal as any Refusal {
                refused.append((index, refusal))
            }
        }
        guard !entries.isEmpty else { return refused }
        let keys = try await work.transaction.run(InsertPeople(entries, by: actor.person))
        guard keys.count == entries.count else { throw ServiceFailure(.internalError) }
        try await work.audit(
            actor,
            zip(keys, zip(entries, teams)).map { key, made in
                let roles = made.0.roles.map(\.rawValue).sorted().joined(separator: ";")
                return AuditLine("person.add", "person:\(key)", after: .object(["roles": roles, "team": made.1]))
            })
        return refused
    }

    /// Changes many people by the rules of `changePerson`, in a few statements instead of some for each.
    ///
    /// - Returns: for each, in the order given, why they were not changed; nil for whoever was.
    package func changePeople(_ many: [PersonDetails], by actor: Actor, in work: Work) async throws -> [(any Refusal)?]
    {
        guard !many.isEmpty else { return [] }
        try await work.require([.staff, .admin], actor, to: "change people")
        let everybody = try await work.transaction.run(People(Actor(.system, channel: actor.channel)))
        let known = Dictionary(everybody.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
        var refusals = [(any Refusal)?](repeating: nil, count: many.count)
        var start = 0
        while start < many.count {
            let end = min(start + Self.together, many.count)
            let part = many[start..<end]
            let employers = try await employers(of: Array(part), work)
            var updates: [UpdatePerson] = []
            var lines: [AuditLine] = []
            for (index, details) in zip(start..<end, part) {
                do {
                    let email = try EmailAddress(details.email).text
                    guard let person = known[email] else {
                        throw PeopleRefusal.nothingNamed(kind: "person", name: email, near: [])
                    }
                    let (update, line) = try await change(details, person, employers, actor, work)
                    if let update { updates.append(update) }
                    if let line { lines.append(line) }
                } catch let refusal as any Refusal {
                    refusals[index] = refusal
                }
            }
            if !updates.isEmpty { try await work.transaction.run(UpdatePeople(updates)) }
            try await work.audit(actor, lines)
            start = end
        }
        work.touch()
        return refusals
    }

    private func change(
        _ details: PersonDetails, _ person: Person, _ employers: Employers, _ actor: Actor, _ work: Work
    ) async throws -> (UpdatePerson?, AuditLine?) {
        if let roles = details.roles, Set(roles) != Set(person.roles) {
            try await change(roles, of: person, actor, work)
        }
        let name = try details.name.map { try FreeText.line($0, "a name", longest: 200) } ?? person.name
        let jobTitle =
            try details.jobTitle.map { try FreeText.line($0, "the job title", longest: 120, required: false) }
            ?? person.jobTitle
        var team: Team?
        if let wanted = details.team ?? person.team, !wanted.isEmpty { team = try await work.team(wanted, actor) }
        var employer: (id: ID<Organisation>, name: String)?
        if let wanted = details.employer ?? person.employer, !wanted.isEmpty {
            let clean = try FreeText.line(wanted, "the employer", longest: 120)
            employer = try await self.employer(clean, employers, work)
        }
        let changed = [
            name != person.name ? "name" : nil, team?.name != person.team ? "team" : nil,
            employer?.name != person.employer ? "employer" : nil, jobTitle != person.jobTitle ? "job_title" : nil,
        ].compactMap(\.self)
        guard !changed.isEmpty else { return (nil, nil) }
        return (
            UpdatePerson(id: person.id, name: name, team: team?.id, organisation: employer?.id, jobTitle: jobTitle),
            AuditLine(
                "person.change", "person:\(person.id)", before: .object(["team": person.team]),
                after: .object(["team": team?.name, "changed": changed.joined(separator: ";")]))
        )
    }

    /// Employers by their names in lower case.
    private typealias Employers = [String: (id: ID<Organisation>, name: String)]

    /// The employers that are named; those that are new are made.
    private func employers(of many: [PersonDetails], _ work: Work) async throws -> Employers {
        let names = Set(
            many.compactMap { $0.employer }.filter { !$0.isEmpty }.compactMap {
                try? FreeText.line($0, "the employer", longest: 120)
            })
        guard !names.isEmpty else { return [:] }
        let found = try await work.transaction.run(EnsureOrganisations(names: names.sorted()))
        return Dictionary(found.map { ($0.name.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    }

    private func employer(
        _ name: String, _ known: Employers, _ work: Work
    ) async throws -> (id: ID<Organisation>, name: String) {
        if let employer = known[name.lowercased()] { return employer }
        guard let employer = try await work.transaction.first(EnsureOrganisations(names: [name])) else {
            throw ServiceFailure(.internalError)
        }
        return employer
    }
}
