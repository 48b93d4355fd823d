import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("Tables and the door")
struct SeatingTests {
    private func with(_ body: (TestGala) async throws -> Void) async throws {
        try await TestHouse.with { house in try await body(try await TestGala.make(in: house)) }
    }

    @Test("A table takes no more than its seats, whoever comes with whom")
    func seats() async throws {
        try await with { gala async throws in
            let three = try await gala.add("Ida Bright", party: 3)
            let two = try await gala.add("Una Sung", party: 2)
            try await gala.guests.addTable("Oak", seats: 4, to: "gala", by: gala.staff)
            await #expect(throws: SeatingRefusal.nameTaken) {
                try await gala.guests.addTable("OAK", seats: 4, to: "gala", by: gala.staff)
            }
            try await gala.guests.seat(three.id, at: "Oak", by: gala.staff)
            await #expect(throws: SeatingRefusal.full("Oak", left: 1, wanted: 2)) {
                try await gala.guests.seat(two.id, at: "Oak", by: gala.staff)
            }
            // Fewer come, so there is room.
            try await gala.guests.answer(three.id, coming: 2, by: gala.staff)
            try await gala.guests.seat(two.id, at: "Oak", by: gala.staff)
            let seating = try await gala.guests.seating(of: "gala", by: gala.staff)
            #expect(seating.tables.map(\.taken) == [4])
            #expect(seating.tables.first?.chairs == ["Ida Bright", "With Ida Bright", "Una Sung", "With Una Sung"])
            await #expect(throws: SeatingRefusal.tooSmall("Oak", taken: 4)) {
                try await gala.guests.changeTable("Oak", seats: 3, of: "gala", by: gala.staff)
            }
        }
    }

    @Test(
        "A reply is never refused for a chair: who needs more than there is stands, and whoever stays away gives theirs back"
    )
    func standing() async throws {
        try await with { gala async throws in
            let three = try await gala.add("Ida Bright", party: 3)
            let one = try await gala.add("Una Sung")
            try await gala.guests.addTable("Oak", seats: 3, to: "gala", by: gala.staff)
            try await gala.guests.answer(three.id, coming: 2, by: gala.staff)
            try await gala.guests.seat(three.id, at: "Oak", by: gala.staff)
            try await gala.guests.seat(one.id, at: "Oak", by: gala.staff)
            try await gala.guests.answer(three.id, coming: 3, by: gala.staff)
            try await gala.guests.answer(one.id, coming: 0, by: gala.staff)
            let seating = try await gala.guests.seating(of: "gala", by: gala.staff)
            #expect(seating.tables.map(\.taken) == [0] && seating.unseated.map(\.name) == ["Ida Bright"])
            await #expect(throws: SeatingRefusal.notComing) {
                try await gala.guests.seat(one.id, at: "Oak", by: gala.staff)
            }
        }
    }

    @Test("Who is to sit apart or together is said where it is not so")
    func wishes() async throws {
        try await with { gala async throws in
            let (one, other) = (try await gala.add("Ida Bright"), try await gala.add("Una Sung"))
            for table in ["Oak", "Elm"] {
                try await gala.guests.addTable(table, seats: 4, to: "gala", by: gala.staff)
            }
            try await gala.guests.wish(other.id, one.id, apart: true, by: gala.staff)
            for guest in [one, other] { try await gala.guests.seat(guest.id, at: "Oak", by: gala.staff) }
            #expect(
                try await gala.guests.seating(of: "gala", by: gala.staff).problems == [
                    "Ida Bright and Una Sung are to sit apart, and both sit at Oak."
                ])
            try await gala.guests.wish(one.id, other.id, apart: false, by: gala.staff)
            #expect(try await gala.guests.seating(of: "gala", by: gala.staff).problems.isEmpty)
            try await gala.guests.seat(other.id, at: "Elm", by: gala.staff)
            #expect(
                try await gala.guests.seating(of: "gala", by: gala.staff).problems == [
                    "Ida Bright and Una Sung are to sit together: one is at Oak, the other at Elm."
                ])
            try await gala.guests.wish(one.id, other.id, apart: nil, by: gala.staff)
            #expect(try await gala.guests.seating(of: "gala", by: gala.staff).wishes.isEmpty)
            await #expect(throws: SeatingRefusal.same) {
                try await gala.guests.wish(one.id, one.id, apart: true, by: gala.staff)
            }
        }
    }

    @Test("A table taken away leaves its guests without a seat")
    func removed() async throws {
        try await with { gala async throws in
            let guest = try await gala.add("Ida Bright")
            try await gala.guests.addTable("Oak", seats: 4, to: "gala", by: gala.staff)
            try await gala.guests.seat(guest.id, at: "Oak", by: gala.staff)
            try await gala.guests.removeTable("Oak", of: "gala", by: gala.staff)
            let seating = try await gala.guests.seating(of: "gala", by: gala.staff)
            #expect(seating.tables.isEmpty && seating.unseated.count == 1)
        }
    }

    @Test("Two doors that press at once have one effect, and nobody overwrites what they did not see")
    func doors() async throws {
        try await with { gala async throws in
            let guest = try await gala.add("Ida Bright", party: 3)
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        try await gala.guests.arrive(guest.id, arrived: 3, seen: 0, by: gala.staff)
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await gala.guests.counts(of: "gala", by: gala.staff).arrived == 3)
            await #expect(throws: SeatingRefusal.changedMeanwhile(arrived: 3, party: 3)) {
                try await gala.guests.arrive(guest.id, arrived: 1, seen: 0, by: gala.staff)
            }
            try await gala.guests.arrive(guest.id, arrived: 0, seen: 3, by: gala.staff)
            #expect(try await gala.guests.guest(guest.id, by: gala.staff).arrivedAt == nil)
            await #expect(throws: GuestRefusal.comingOutOfRange(3)) {
                try await gala.guests.arrive(guest.id, arrived: 4, seen: 0, by: gala.staff)
            }
        }
    }
}

/// Seats found for everybody.
@Suite("Seats found for everybody, and taken back")
struct SeatSolutionTests {
    private func with(_ body: (TestGala, [Guest]) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let gala = try await TestGala.make(in: house)
            let guests = [
                try await gala.add("Ada", party: 2), try await gala.add("Ben", party: 2), try await gala.add("Cleo"),
                try await gala.add("Dov"),
            ]
            for table in ["Oak", "Elm"] {
                try await gala.guests.addTable(table, seats: 4, to: "gala", by: gala.staff)
            }
            try await body(gala, guests)
        }
    }

    private func seats(_ gala: TestGala) async throws -> [String: String] {
        let seating = try await gala.guests.seating(of: "gala", by: gala.staff)
        return Dictionary(
            (seating.tables.flatMap(\.guests) + seating.unseated).map { ($0.name, $0.table ?? "-") },
            uniquingKeysWith: { first, _ in first })
    }

    @Test("Everybody is seated as wished, who sat by hand stays, and it is taken back")
    func solved() async throws {
        try await with { gala, guests async throws in
            try await gala.guests.seat(guests[0].id, at: "Oak", by: gala.staff)
            try await gala.guests.wish(guests[0].id, guests[1].id, apart: true, by: gala.staff)
            try await gala.guests.wish(guests[1].id, guests[2].id, apart: false, by: gala.staff)
            let before = try await seats(gala)
            let proposal = try await gala.guests.proposal(of: "gala", seed: 2, by: gala.staff)
            #expect(try await seats(gala) == before && proposal.problems == [] && proposal.moves.count == 3)
            let solved = try await gala.guests.solve(of: "gala", seed: 2, as: proposal.mark, by: gala.staff)
            #expect(solved == proposal)
            let after = try await seats(gala)
            #expect(after["Ada"] == "Oak" && after["Ben"] == "Elm" && after["Cleo"] == "Elm" && after["Dov"] != "-")
            #expect(try await gala.guests.proposal(of: "gala", by: gala.staff).moves.isEmpty)
            #expect(try await gala.guests.seatsToRestore(of: "gala", by: gala.staff) == 3)
            // Dov is seated by hand since, and stays there.
            let elsewhere = after["Dov"] == "Oak" ? "Elm" : "Oak"
            try await gala.guests.seat(guests[3].id, at: elsewhere, by: gala.staff)
            try await gala.guests.restoreSeats(of: "gala", by: gala.staff)
            #expect(try await seats(gala) == ["Ada": "Oak", "Ben": "-", "Cleo": "-", "Dov": elsewhere])
            await #expect(throws: SeatingRefusal.nothingToRestore) {
                try await gala.guests.restoreSeats(of: "gala", by: gala.staff)
            }
        }
    }

    @Test("What was looked at is what is taken: a change in between is told, and changes nothing")
    func meanwhile() async throws {
        try await with { gala, guests async throws in
            let proposal = try await gala.guests.proposal(of: "gala", by: gala.staff)
            try await gala.guests.seat(guests[0].id, at: "Elm", by: gala.staff)
            let before = try await seats(gala)
            await #expect(throws: SeatingRefusal.otherProposal) {
                try await gala.guests.solve(of: "gala", as: proposal.mark, by: gala.staff)
            }
            #expect(try await seats(gala) == before)
            await #expect(throws: AccessRefusal.self) {
                try await gala.guests.solve(of: "gala", by: gala.week.actor("p1@example.org"))
            }
        }
    }

    @Test("Seats that somebody else has by now are not taken back")
    func taken() async throws {
        try await with { gala, guests async throws in
            try await gala.guests.seat(guests[0].id, at: "Oak", by: gala.staff)
            try await gala.guests.seat(guests[1].id, at: "Oak", by: gala.staff)
            try await gala.guests.wish(guests[0].id, guests[1].id, apart: true, by: gala.staff)
            _ = try await gala.guests.solve(of: "gala", by: gala.staff)
            #expect(Set(try await seats(gala).filter { ["Ada", "Ben"].contains($0.key) }.values) == ["Oak", "Elm"])
            // Cleo and Dov may sit at either: Oak is filled up.
            for guest in guests.suffix(2) { try await gala.guests.seat(guest.id, at: "Elm", by: gala.staff) }
            for name in ["Eve", "Fay"] {
                try await gala.guests.seat(try await gala.add(name).id, at: "Oak", by: gala.staff)
            }
            await #expect(throws: SeatingRefusal.takenMeanwhile) {
                try await gala.guests.restoreSeats(of: "gala", by: gala.staff)
            }
        }
    }

    @Test("A wish against what is written down already is refused, and says with whom")
    func conflict() async throws {
        try await with { gala, guests async throws in
            let ids = guests.map(\.id)
            try await gala.guests.wish(ids[0], ids[1], apart: false, by: gala.staff)
            try await gala.guests.wish(ids[1], ids[2], apart: false, by: gala.staff)
            await #expect(throws: SeatingRefusal.together("Ada", "Cleo")) {
                try await gala.guests.wish(ids[0], ids[2], apart: true, by: gala.staff)
            }
            try await gala.guests.wish(ids[0], ids[3], apart: true, by: gala.staff)
            await #expect(throws: SeatingRefusal.apart("Ada", "Dov")) {
                try await gala.guests.wish(ids[2], ids[3], apart: false, by: gala.staff)
            }
        }
    }
}
