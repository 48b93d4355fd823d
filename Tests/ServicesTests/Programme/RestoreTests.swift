import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("A cancelling that is taken back")
struct RestoreTests {
    @Test("Places given back while the session was off go to those who wait, in their order")
    func promotes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let first = try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            try await week.book(session, "p3@example.org")
            _ = try await house.services.programme.cancelSession(session.reference, reason: "Snow", by: week.staff)
            _ = try await house.services.booking.cancel(first.id, by: week.actor("p1@example.org"))
            _ = try await house.services.undo.undo(by: week.staff)
            let list = try await house.services.booking.bookings(of: session.reference, by: week.staff)
            #expect(list.map(\.person) == ["p2@example.org", "p3@example.org"])
            #expect(list.map(\.state) == [.confirmed, .waiting])
        }
    }

    @Test("Whoever has booked elsewhere at that time meanwhile keeps both places, and that is recorded as allowed")
    func elsewhere() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 3)
            let other = try await week.session("Same time", starts: "2018-01-29 10:00", capacity: 3)
            try await week.book(session, "p1@example.org")
            _ = try await house.services.programme.cancelSession(session.reference, reason: "Snow", by: week.staff)
            try await week.book(other, "p1@example.org")
            _ = try await house.services.undo.undo(by: week.staff)
            let mine = try await house.services.booking.mine(by: week.actor("p1@example.org"))
            #expect(mine.map(\.booking.state) == [.confirmed, .confirmed])
        }
    }

    @Test("A room that was given away meanwhile is not taken back")
    func roomTaken() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(room: "Corbyn Road/Room 1")
            _ = try await house.services.programme.cancelSession(session.reference, reason: "Snow", by: week.staff)
            try await week.session("In its stead", starts: "2018-01-29 10:00", room: "Corbyn Road/Room 1")
            await #expect(throws: AccessRefusal.cannotUndo("its room or a facilitator is taken at that time now.")) {
                try await house.services.undo.undo(by: week.staff)
            }
        }
    }
}
