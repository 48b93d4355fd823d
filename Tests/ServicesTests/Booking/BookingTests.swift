import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@Suite("Booking")
struct BookingTests {
    @Test("A place is confirmed while there is one, then people wait in order")
    func confirmsThenWaits() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 2)
            let receipts = [
                try await week.book(session, "p1@example.org"), try await week.book(session, "p2@example.org"),
                try await week.book(session, "p3@example.org"), try await week.book(session, "p4@example.org"),
            ]
            #expect(receipts.map(\.state) == [.confirmed, .confirmed, .waiting, .waiting])
            #expect(receipts.map(\.position) == [nil, nil, 1, 2])
        }
    }

    @Test("A place given back goes to the first who waits, in the same transaction")
    func promotes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            let first = try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            try await week.book(session, "p3@example.org")
            _ = try await house.services.booking.cancel(first.id, by: week.actor("p1@example.org"))
            let list = try await house.services.booking.bookings(of: session.reference, by: week.staff)
            #expect(
                list.map { "\($0.person) \($0.state.rawValue) \($0.position ?? 0)" } == [
                    "p2@example.org confirmed 0", "p3@example.org waiting 1",
                ])
        }
    }

    @Test("Whoever cannot take the free place is passed over with a stored reason and keeps their turn")
    func passesOver() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let hot = try await week.session(capacity: 1)
            let other = try await week.session(
                "Family Safeguarding", starts: "2018-01-29 10:00", room: "Corbyn Road/Room 1", capacity: 5)
            let first = try await week.book(hot, "p1@example.org")
            try await week.book(hot, "p2@example.org")
            try await week.book(hot, "p3@example.org")
            try await week.book(other, "p2@example.org")
            _ = try await house.services.booking.cancel(first.id, by: week.actor("p1@example.org"))
            let waiting = try await house.services.booking.waitingList(of: hot.reference, by: week.staff)
            #expect(waiting.map(\.person) == ["p2@example.org"])
            let told =
                "clashes with “Family Safeguarding” (\(other.reference), Monday 29 January, 10am to 11am, Corbyn Road, Room 1)"
            #expect(waiting.first?.passedOver == told)
            let own = try await house.services.booking.mine(hot.reference, by: week.actor("p2@example.org"))
            #expect(own.first?.booking.passedOver == told)
            let record = try await house.services.people.record(by: week.actor("p2@example.org"))
            #expect(record.places.flatMap(\.notes) == [told])
            let mine = try await house.services.booking.mine(hot.reference, by: week.actor("p3@example.org"))
            #expect(mine.map(\.booking.state) == [.confirmed])
        }
    }

    @Test("Once the clash has gone, the sweep gives the passed-over person the free place")
    func sweeps() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let hot = try await week.session(capacity: 1)
            let other = try await week.session("Family Safeguarding", starts: "2018-01-29 10:00", capacity: 5)
            let first = try await week.book(hot, "p1@example.org")
            try await week.book(hot, "p2@example.org")
            let clash = try await week.book(other, "p2@example.org")
            _ = try await house.services.booking.cancel(first.id, by: week.actor("p1@example.org"))
            _ = try await house.services.booking.cancel(clash.id, by: week.actor("p2@example.org"))
            try await house.services.booking.sweepWaitingLists(by: Actor(.system, channel: .worker))
            let mine = try await house.services.booking.mine(hot.reference, by: week.actor("p2@example.org"))
            #expect(mine.map(\.booking.state) == [.confirmed])
        }
    }

    @Test("The same key gives the same answer and one booking; another request with it is refused")
    func idempotent() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 3)
            let other = try await week.session("Another", starts: "2018-01-30 09:30", capacity: 3)
            let once = try await week.book(session, "p1@example.org", key: "k1")
            let again = try await week.book(session, "p1@example.org", key: "k1")
            #expect(once == again)
            await #expect(throws: AccessRefusal.keyReused) { try await week.book(other, "p1@example.org", key: "k1") }
            #expect(try await house.services.booking.bookings(of: session.reference, by: week.staff).count == 1)
        }
    }

    @Test(
        "Every refusal says what it is",
        arguments: ["already", "cancelled", "past", "audience", "after", "clash", "leads"])
    func refuses(_ what: String) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let actor = try await week.actor("p1@example.org")
            let booking = house.services.booking
            switch what {
            case "already":
                let session = try await week.session()
                try await week.book(session, "p1@example.org")
                await #expect(throws: BookingRefusal.alreadyBooked(.confirmed)) {
                    try await booking.book(session.reference, by: actor)
                }
            case "cancelled":
                let session = try await week.session()
                _ = try await house.services.programme.cancelSession(
                    session.reference, reason: "The trainer is ill", by: week.staff)
                await #expect(throws: BookingRefusal.sessionCancelled(session.reference)) {
                    try await booking.book(session.reference, by: actor)
                }
            case "past":
                let session = try await week.session()
                let later = try await TestHouse.open(conninfo: house.conninfo, now: "2018-01-29 09:31")
                await #expect(throws: BookingRefusal.sessionPast(session.reference)) {
                    try await later.services.booking.book(session.reference, by: actor)
                }
                await later.database.close()
            case "audience":
                let session = try await week.session(audience: [.role(.manager)])
                await #expect(throws: BookingRefusal.notForYou(session.reference)) {
                    try await booking.book(session.reference, by: actor)
                }
                #expect(try await week.book(session, "manager@example.org").state == .confirmed)
            case "after":
                let first = try await week.session("Level 1", starts: "2018-01-29 09:30", capacity: 5)
                let second = try await week.session(
                    "Level 2", starts: "2018-01-30 09:30", capacity: 5, audience: [.after(first.reference)])
                await #expect(throws: BookingRefusal.doFirst(try #require(SessionName(first)))) {
                    try await booking.book(second.reference, by: actor)
                }
                try await week.book(first, "p1@example.org")
                #expect(try await week.book(second, "p1@example.org").state == .confirmed)
            case "clash":
                let one = try await week.session(capacity: 5)
                let two = try await week.session("Same time", starts: "2018-01-29 10:00", capacity: 5)
                try await week.book(one, "p1@example.org")
                await #expect(throws: BookingRefusal.clashes([try #require(SessionName(one))])) {
                    try await booking.book(two.reference, by: actor)
                }
            default:
                let led = try await week.session(facilitators: ["lead@example.org"])
                let two = try await week.session("Same time", starts: "2018-01-29 10:00")
                let lead = try await week.actor("lead@example.org")
                await #expect(throws: BookingRefusal.clashes([try #require(SessionName(led))])) {
                    try await booking.book(two.reference, by: lead)
                }
            }
        }
    }

    @Test("Thirty places, many callers at once: exactly thirty confirmed, the rest waiting without a gap")
    func contention() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 120)
            let session = try await week.session(capacity: 30)
            let receipts = try await withThrowingTaskGroup(of: BookingReceipt.self) { group in
                for number in 1...120 {
                    let actor = try await week.actor("p\(number)@example.org")
                    group.addTask { try await house.services.booking.book(session.reference, by: actor) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(receipts.filter { $0.state == .confirmed }.count == 30)
            #expect(receipts.compactMap(\.position).sorted() == Array(1...90))
        }
    }

    @Test("One person asking for two overlapping sessions at once gets one of them")
    func overlapping() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await week.session(capacity: 9)
            let two = try await week.session("Same time", starts: "2018-01-29 10:00", capacity: 9)
            for number in 1...9 {
                let actor = try await week.actor("p\(number)@example.org")
                async let first = try? house.services.booking.book(one.reference, by: actor)
                async let second = try? house.services.booking.book(two.reference, by: actor)
                let states = [await first, await second].compactMap(\.self)
                #expect(states.count == 1)
            }
        }
    }

    @Test("Booking for somebody else is for those who schedule")
    func forOthers() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let receipt = try await house.services.booking.book(
                session.reference, for: "p2@example.org", reason: "asked by phone", by: week.staff)
            #expect(receipt.person == "p2@example.org")
            let practitioner = try await week.actor("p1@example.org")
            await #expect(throws: AccessRefusal.notAllowed("book for somebody else")) {
                try await house.services.booking.book(session.reference, for: "p3@example.org", by: practitioner)
            }
        }
    }

    @Test("A draft that never was released cannot be found, let alone booked")
    func draft() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(release: false)
            let actor = try await week.actor("p1@example.org")
            await #expect(throws: AccessRefusal.notFound("session")) {
                try await house.services.booking.book(session.reference, by: actor)
            }
        }
    }
}
