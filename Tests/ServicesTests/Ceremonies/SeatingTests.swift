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
