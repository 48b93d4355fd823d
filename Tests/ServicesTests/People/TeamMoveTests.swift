import Domain
import Services
import TestSupport
import Testing

@Suite("Many people to new teams on a day to come")
struct TeamMoveTests {
    private typealias Wanted = PeopleService.WantedMove

    private func with(_ body: (TestHouse, TestWeek) async throws -> Void) async throws {
        try await TestHouse.with { house in try await body(house, try await TestWeek.make(in: house)) }
    }

    private func team(_ email: String, _ house: TestHouse) async throws -> String? {
        try await house.services.people.people(email: email, by: house.operating).first?.team
    }

    private let both = [
        Wanted(email: "p1@example.org", team: "MASH Assessment"),
        Wanted(email: " P2@example.org ", team: "early help north"),
    ]

    @Test("Nobody moves before the day, everybody on it, and the audit says from where to where")
    func moves() async throws {
        try await with { house, week async throws in
            let people = house.services.people
            #expect(try await people.setMoves(both, on: day("2018-01-20"), by: week.admin) == 2)
            #expect(try await people.moveDue() == 0)
            #expect(try await team("p1@example.org", house) == "Early Help North")
            try await house.beside(now: "2018-01-20 00:00") { later async throws in
                #expect(try await later.services.people.moveDue() == 2)
                #expect(try await team("p1@example.org", later) == "MASH Assessment")
                #expect(try await team("p2@example.org", later) == "Early Help North")
                #expect(try await later.services.people.teamMoves(by: week.admin).isEmpty)
                #expect(try await later.services.people.moveDue() == 0)
                let entries = try await later.services.audit.newest(2, by: week.admin)
                #expect(entries.map(\.action) == ["person.change", "person.change"])
                #expect(
                    Set(entries.compactMap(\.before)) == [
                        #"{"team": "Early Help North"}"#, #"{"team": "MASH Assessment"}"#,
                    ])
            }
        }
    }

    @Test(
        "The later of two moves that are due counts, another team for the same day replaces the first, and a leaver stays"
    )
    func several() async throws {
        try await with { house, week async throws in
            let people = house.services.people
            _ = try await people.addTeam(TeamDetails(name: "Third"), by: week.admin)
            func set(_ email: String, _ team: String, _ on: String) async throws {
                _ = try await people.setMoves([Wanted(email: email, team: team)], on: day(on), by: week.admin)
            }
            try await set("p1@example.org", "MASH Assessment", "2018-01-21")
            try await set("p1@example.org", "Third", "2018-01-20")
            try await set("p3@example.org", "MASH Assessment", "2018-01-20")
            try await set("p3@example.org", "Third", "2018-01-20")
            try await set("p5@example.org", "Third", "2018-01-20")
            #expect(try await people.teamMoves(by: week.admin).count == 4)
            _ = try await people.leave("p5@example.org", by: week.admin)
            try await house.beside(now: "2018-01-22 09:00") { later async throws in
                #expect(try await later.services.people.moveDue() == 2)
                #expect(try await team("p1@example.org", later) == "MASH Assessment")
                #expect(try await team("p3@example.org", later) == "Third")
            }
        }
    }

    @Test(
        "What cannot be is told line by line, and nothing of it is set",
        arguments: [
            ("nobody@example.org", "MASH Assessment", "not_found"), ("p1@example.org", "No such", "not_found"),
            ("p2@example.org", "MASH Assessment", "moved_twice"), ("p1@example.org", "Closing", "team_not_then"),
        ])
    func refusals(_ email: String, _ name: String, _ code: String) async throws {
        try await with { house, week async throws in
            let people = house.services.people
            _ = try await people.addTeam(TeamDetails(name: "Closing", to: day("2018-01-31")), by: week.admin)
            let wanted = [both[1], Wanted(email: email, team: name)]
            let planned = try await people.planMoves(wanted, on: day("2018-02-01"), by: week.admin)
            #expect(planned.map { if case .failure(let refusal) = $0 { refusal.code } else { "" } } == ["", code])
            await #expect(throws: PeopleRefusal.self) {
                _ = try await people.setMoves(wanted, on: day("2018-02-01"), by: week.admin)
            }
            #expect(try await people.teamMoves(by: week.admin).isEmpty)
        }
    }

    @Test("A move is taken back once, by an administrator, and no day that is past is taken")
    func rights() async throws {
        try await with { house, week async throws in
            let people = house.services.people
            _ = try await people.setMoves(both, on: day("2018-01-20"), by: week.admin)
            let move = try #require(try await people.teamMoves(by: week.admin).first { $0.email == "p1@example.org" })
            await #expect(throws: AccessRefusal.self) { try await people.takeBackMove(move.id, by: week.staff) }
            await #expect(throws: AccessRefusal.self) { _ = try await people.teamMoves(by: week.staff) }
            await #expect(throws: AccessRefusal.self) {
                _ = try await people.setMoves(both, on: day("2018-01-20"), by: week.staff)
            }
            try await people.takeBackMove(move.id, by: week.admin)
            await #expect(throws: AccessRefusal.self) { try await people.takeBackMove(move.id, by: week.admin) }
            #expect(try await people.teamMoves(by: week.admin).map(\.email) == ["p2@example.org"])
            await #expect(throws: PeopleRefusal.dayIsPast(day("2018-01-14"))) {
                _ = try await people.planMoves(both, on: day("2018-01-14"), by: week.admin)
            }
        }
    }
}
