import CSV
import Domain
import Foundation
import Services

extension Importer {
    func people(_ table: inout ImportTable) async throws {
        var teams = NameIndex("team", try await services.people.teams(in: work).map { ($0.name, $0.name) })
        let known = Dictionary(
            try await services.people.people(by: actor, in: work).map { ($0.email, $0) },
            uniquingKeysWith: { first, _ in first })
        var seen: [String: Int] = [:]
        var (new, differing): ([Pending], [Pending]) = ([], [])
        try await table.each { row, _ in
            let email = row.email("email")
            let name = row.line("name", "a name", upTo: 200, required: true)
            let team = row.known("team", in: &teams)
            let jobTitle = row.line("job_title", "the job title", upTo: 120)
            let roles = roles(&row)
            let employer = row.line("employer", "the employer", upTo: 120)
            if let email { row.claim(email, "email", in: &seen, "This person") }
            guard row.isGood, let email, let name else { return nil }
            var details = PersonDetails(email: email, name: name, jobTitle: jobTitle, roles: roles)
            if row.has("team") { details.team = team ?? "" }
            details.employer = employer
            guard let person = known[email] else {
                new.append((row.record, details))
                return .added
            }
            let changes = changes(details, from: person)
            guard !changes.isEmpty else { return .unchanged }
            row.change = changes.joined(separator: "; ")
            differing.append((row.record, details))
            return .changed
        }
        refuse(new, try await services.people.addPeople(new.map(\.details), by: actor, in: work), &table)
        refuse(differing, try await services.people.changePeople(differing.map(\.details), by: actor, in: work), &table)
    }

    /// A good row that waits for the others, to be written with them.
    private typealias Pending = (record: CSVRecord, details: PersonDetails)

    private func refuse(_ rows: [Pending], _ refusals: [(any Refusal)?], _ table: inout ImportTable) {
        for (pending, refusal) in zip(rows, refusals) {
            guard let refusal else { continue }
            var row = table.begin(pending.record)
            row.refuse(refusal)
            table.finish(row, nil)
        }
    }

    /// Nil for a blank field, which leaves the roles alone: a new person is a practitioner.
    private func roles(_ row: inout ImportRow) -> [Role]? {
        guard let text = row.text("roles") else { return nil }
        var roles: [Role] = []
        for part in text.split(separator: ";") {
            let word = part.trimmingCharacters(in: .whitespaces).lowercased()
            if word.isEmpty { continue }
            guard let role = Role(rawValue: word) else {
                row.refuse("roles", PeopleRefusal.unknownRole(String(word.prefix(40))).message)
                continue
            }
            if !roles.contains(role) { roles.append(role) }
        }
        return roles.isEmpty ? nil : roles
    }

    /// What differs, each as "team: Early Help North, then MASH Assessment".
    private func changes(_ details: PersonDetails, from person: Person) -> [String] {
        func change(_ what: String, _ old: String, _ new: String) -> String {
            "\(what): \(old.isEmpty ? "none" : old), then \(new.isEmpty ? "none" : new)"
        }
        var changes: [String] = []
        if let name = details.name, name != person.name { changes.append(change("name", person.name, name)) }
        if let team = details.team, team != person.team ?? "" {
            changes.append(change("team", person.team ?? "", team))
        }
        if let employer = details.employer, !sameText(employer, person.employer) {
            changes.append(change("employer", person.employer ?? "", employer))
        }
        if let jobTitle = details.jobTitle, jobTitle != person.jobTitle {
            changes.append(change("job title", person.jobTitle, jobTitle))
        }
        if let roles = details.roles, Set(roles) != Set(person.roles) {
            let words = [person.roles, roles].map { $0.sorted().map(\.rawValue).joined(separator: ", ") }
            changes.append(change("roles", words[0], words[1]))
        }
        return changes
    }
}
