import Domain
import Services
import TestSupport
import Testing

@Suite("What calendars are told of a booking")
struct CalendarSequenceTests {
    @Test("Booking again after giving back goes on counting, for that person and that session only")
    func bookedAgain() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let other = try await week.session("Other", starts: "2018-01-30 09:30")
            let (mine, theirs) = (try await week.actor("p1@example.org"), try await week.actor("p2@example.org"))
            var last = -1
            for _ in 0..<3 {
                let receipt = try await week.book(session, "p1@example.org")
                let booked = try #require(try await house.services.booking.mine(by: mine).first?.booking)
                #expect(booked.sequence > last)
                last = try await house.services.booking.cancel(receipt.id, by: mine).sequence
                #expect(last > booked.sequence)
            }
            try await week.book(session, "p2@example.org")
            #expect(try await house.services.booking.mine(by: theirs).first?.booking.sequence == 0)
            try await week.book(other, "p1@example.org")
            #expect(try await house.services.booking.mine(by: mine).first?.booking.sequence == 0)
        }
    }

    @Test("A place given back is a change, and so is the step of somebody ahead in the queue")
    func newestChange() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let booking = house.services.booking
            let (first, waiter) = (try await week.actor("p1@example.org"), try await week.actor("p3@example.org"))
            #expect(try await booking.newestChange(of: first) == nil)
            let receipt = try await week.book(session, "p1@example.org")
            let ahead = try await week.book(session, "p2@example.org")
            try await week.book(session, "p3@example.org")
            let (booked, waiting) = (
                try #require(try await booking.newestChange(of: first)),
                try #require(try await booking.newestChange(of: waiter))
            )
            _ = try await booking.cancel(ahead.id, by: week.staff)
            #expect(try await booking.newestChange(of: first) == booked)
            let moved = try #require(try await booking.newestChange(of: waiter))
            #expect(moved > waiting)
            _ = try await booking.cancel(receipt.id, by: first)
            let given = try #require(try await booking.newestChange(of: first))
            #expect(given > booked)
        }
    }
}
