import Domain
import Foundation
import Services

/// What somebody typed, as the value they meant.
extension ConsoleSession {
    func day(_ typed: String) throws -> Day {
        try DateEntry.day(typed, today: today)
    }

    /// A date and a time, or a time alone on the day of `base`.
    func moment(_ typed: String, onDayOf base: Date? = nil) throws -> Date {
        if let base, let time = ClockTime(typed) {
            return try DateEntry.moment(LocalTime(London.local(base).day, time))
        }
        return try DateEntry.moment(typed, today: today)
    }

    /// The slug of the event meant.
    func event(_ typed: String) async throws -> String {
        let events = try await services.programme.events(by: actor, in: work)
        return try NameMatch.find(typed, kind: "event", among: events.map { ($0.slug, $0.slug) })
    }

    func site(_ typed: String) async throws -> Site {
        let sites = try await services.people.sites(in: work)
        if let site = sites.first(where: { $0.slug == typed }) { return site }
        return try NameMatch.find(typed, kind: "site", among: sites.map { ($0.name, $0) })
    }

    func room(_ typed: String) async throws -> Room {
        let rooms = try await services.people.rooms(in: work)
        return try NameMatch.find(typed, kind: "room", among: rooms.map { ($0.printed, $0) })
    }

    func team(_ typed: String) async throws -> Team {
        let teams = try await services.people.teams(in: work)
        return try NameMatch.find(typed, kind: "team", among: teams.map { ($0.name, $0) })
    }

    func series(_ typed: String) async throws -> Series {
        let series = try await services.programme.series(by: actor, in: work)
        return try NameMatch.find(typed, kind: "series", among: series.map { ($0.slug, $0) })
    }

    /// The address meant. Only those who may list people can find one by its beginning: a guess must not tell others who is known.
    func email(_ typed: String) async throws -> String {
        guard try await services.programme.schedules(actor, in: work) else {
            return typed.trimmingCharacters(in: .whitespaces).lowercased()
        }
        return try await services.people.email(meant: typed, by: actor, in: work)
    }

    /// A name that is never given as an argument: from a file that holds nothing else, or asked for. Nil where nobody is there to
    /// be asked.
    func name(inFile path: String?, orAsked question: String) async throws -> String? {
        guard let path else { return await ask?(question)?.trimmed }
        guard let data = FileManager.default.contents(atPath: path), data.count <= 4096,
            let text = String(data: data, encoding: .utf8)
        else { throw ConsoleProblem("The file with the name cannot be read as a short text.") }
        return text.trimmed
    }

    func reference(_ typed: String) -> String {
        typed.trimmingCharacters(in: .whitespaces).uppercased()
    }

    func roles(_ typed: [String]) throws -> [Role] {
        try typed.map { name in
            let folded = name.lowercased()
            let meant = Role.allCases.filter { $0.rawValue.hasPrefix(folded) }
            guard !folded.isEmpty, meant.count == 1 else { throw PeopleRefusal.unknownRole(String(name.prefix(40))) }
            return meant[0]
        }
    }
}

extension String {
    /// Whether an option clears a field: `--room ""`.
    var isClearing: Bool { allSatisfy(\.isWhitespace) }

    var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
