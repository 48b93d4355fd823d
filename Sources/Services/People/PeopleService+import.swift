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
                    employer = employers[clean.lowercased()]
                    if employer == nil { employer = try await self.employer(clean, work) }
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
        let keys = try await work.transaction.run(InsertPeople(entries))
        guard keys.count == entries.count else { throw ServiceFailure(.internalError) }
        try await work.audit(
            actor,
            zip(keys, zip(entries, teams)).map { key, made in
                let roles = made.0.roles.map(\.rawValue).sorted().joined(separator: ";")
                return AuditLine("person.add", "person:\(key)", after: .object(["roles": roles, "team": made.1]))
            })
        return refused
    }

    /// The keys of the employers that are named, by their names in lower case; those that are new are made.
    private func employers(of many: [PersonDetails], _ work: Work) async throws -> [String: ID<Organisation>] {
        let names = Set(
            many.compactMap { $0.employer }.filter { !$0.isEmpty }.compactMap {
                try? FreeText.line($0, "the employer", longest: 120)
            })
        guard !names.isEmpty else { return [:] }
        let found = try await work.transaction.run(EnsureOrganisations(names: names.sorted()))
        return Dictionary(found.map { ($0.name.lowercased(), $0.id) }, uniquingKeysWith: { first, _ in first })
    }

    private func employer(_ name: String, _ work: Work) async throws -> ID<Organisation>? {
        try await work.transaction.first(EnsureOrganisations(names: [name]))?.id
    }
}
