package import Domain
package import Foundation
import Postgres
import Store

/// Many people to new teams on a day to come. The worker moves them when the day has begun by the database's clock; until then
/// each can be taken back.
extension PeopleService {
    /// Somebody and where to, as it was written.
    package struct WantedMove: Sendable, Equatable {
        package let email: String
        package let team: String

        package init(email: String, team: String) {
            self.email = email
            self.team = team
        }
    }

    /// What a wanted move means.
    package struct PlannedMove: Sendable {
        package let person: ID<Person>
        package let name: String
        package let from: String?
        package let team: Team
    }

    package static let mostMoves = 5000

    /// The moves that are to come, soonest first.
    package func teamMoves(by actor: Actor, in work: Work? = nil) async throws -> [TeamMove] {
        try await AccessService(house: house).require([.admin], actor, to: "move people", in: work)
        return try await house.read(TeamMoves(actor), in: work)
    }

    /// What would happen, line by line; nothing is changed by asking.
    package func planMoves(
        _ wanted: [WantedMove], on day: Day, by actor: Actor, in work: Work? = nil
    ) async throws -> [Result<PlannedMove, PeopleRefusal>] {
        try await AccessService(house: house).require([.admin], actor, to: "move people", in: work)
        guard day >= London.local(house.outside.now()).day else { throw PeopleRefusal.dayIsPast(day) }
        let emails = wanted.map { $0.email.trimmingCharacters(in: .whitespaces).lowercased() }
        let found = try await house.read(PeopleToMove(emails: Array(Set(emails)).sorted()), in: work)
        let people = Dictionary(found.map { ($0.email, $0) }, uniquingKeysWith: { first, _ in first })
        let teams = try await teams(in: work).map { ($0.name, $0) }
        var seen: Set<String> = []
        return zip(wanted, emails).map { wanted, email in
            Result { () throws(PeopleRefusal) in
                guard let person = people[email] else {
                    throw .nothingNamed(kind: "person", name: String(email.prefix(120)), near: [])
                }
                guard seen.insert(email).inserted else { throw .movedTwice(email) }
                let team = try NameMatch.find(wanted.team, kind: "team", among: teams, prefixes: false)
                guard team.from.map({ $0 <= day }) ?? true, team.to.map({ $0 >= day }) ?? true else {
                    throw .teamNotThen(team.name, day)
                }
                return PlannedMove(person: person.id, name: person.name, from: person.team, team: team)
            }
        }
    }

    /// Sets the moves, all of them or none. Who was to move on that day already moves to the team given now.
    ///
    /// - Returns: how many.
    package func setMoves(
        _ wanted: [WantedMove], on day: Day, by actor: Actor, in work: Work? = nil
    ) async throws -> Int {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "move people")
            let moves = try await planMoves(wanted, on: day, by: actor, in: work).map { try $0.get() }
            guard !moves.isEmpty else { return 0 }
            try await work.transaction.run(
                InsertTeamMoves(
                    people: moves.map(\.person), teams: moves.map(\.team.id), at: London.start(of: day),
                    madeBy: actor.person))
            try await work.audit(
                actor,
                moves.map {
                    AuditLine(
                        "person.set_team", "person:\($0.person)", before: .object(["team": $0.from]),
                        after: .object(["team": $0.team.name, "on": day.iso]))
                })
            return moves.count
        }
    }

    /// Takes one move back.
    package func takeBackMove(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.admin], actor, to: "move people")
            guard let gone = try await work.transaction.first(DeleteTeamMove(id: id)) else {
                throw AccessRefusal.notFound("move to come")
            }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "person.keep_team", "person:\(gone.person)",
                        before: .object(["team": gone.team, "on": London.local(gone.at).day.iso]))
                ])
        }
    }

    /// Moves everybody whose day has come.
    ///
    /// - Returns: how many are in another team now.
    package func moveDue() async throws -> Int {
        let system = Actor(.system, channel: .worker)
        var count = 0
        for _ in 0..<50 {
            let moved: Int? = try await house.transaction(dryRun: false) { work in
                let people = try await work.transaction.run(PeopleDueToMove())
                guard !people.isEmpty else { return nil }
                let (_, moved) = try await work.transaction.run(LockPeople(people), MoveTeams(people))
                try await work.audit(
                    system,
                    moved.map {
                        AuditLine(
                            "person.change", "person:\($0.person)", before: .object(["team": $0.before]),
                            after: .object(["team": $0.after, "changed": "team"]))
                    })
                if !moved.isEmpty { work.touch() }
                return moved.count
            }
            guard let moved else { break }
            count += moved
        }
        return count
    }
}
