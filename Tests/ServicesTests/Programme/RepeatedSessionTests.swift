import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("A session on several dates")
struct RepeatedSessionTests {
    @Test("Each date is a draft of its own at the same time, with everything that the first one has")
    func whole() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let first = try await week.session(
                "Drop-in", minutes: 90, room: "Corbyn Road/Room 1", capacity: 7, online: "https://meet.example.org/x",
                facilitators: ["lead@example.org"], audience: [.team("MASH Assessment")])
            let added = try await programme.repeatSession(
                first.reference, on: [day("2018-02-01"), day("2018-01-30"), day("2018-02-01")], by: week.staff)
            #expect(
                added.map(\.startsAt) == [try moment("2018-01-30 09:30"), try moment("2018-02-01 09:30")])
            #expect(added.map(\.endsAt) == [try moment("2018-01-30 11:00"), try moment("2018-02-01 11:00")])
            #expect(Set(added.map(\.reference)).union([first.reference]).count == 3)
            for session in added {
                #expect(session.state == .draft && session.title == "Drop-in" && session.capacity == 7)
                #expect(session.room == "Room 1" && session.facilitators == ["Lena Lead"])
                #expect(session.draft?.onlineURL == "https://meet.example.org/x")
                #expect(session.draft?.audience == "team:MASH Assessment")
            }
        }
    }

    @Test("It is at the same time on the wall after the clocks change")
    func clocks() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            _ = try await programme.addEvent(
                "year", title: "The year", from: day("2018-01-01"), to: day("2018-12-31"), by: week.staff)
            let first = try await programme.addSession(
                NewSession(
                    event: "year", title: "Evening", startsAt: moment("2018-03-24 23:00"),
                    endsAt: moment("2018-03-25 04:00")), by: week.staff)
            let added = try await programme.repeatSession(first.reference, on: [day("2018-04-07")], by: week.staff)
            #expect(added.map(\.startsAt) == [try moment("2018-04-07 23:00")])
            #expect(added.map(\.endsAt) == [try moment("2018-04-08 04:00")])
        }
    }

    @Test("One date that cannot be keeps all of them from being added")
    func allOrNone() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let first = try await week.session()
            await #expect(throws: ProgrammeRefusal.self) {
                try await programme.repeatSession(
                    first.reference, on: [day("2018-01-30"), day("2018-03-01")], by: week.staff)
            }
            #expect(try await programme.drafts(event: "week", by: week.staff).count == 1)
        }
    }

    @Test("Without a time, or without a date, there is nothing to repeat")
    func refused() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let unplaced = try await programme.addSession(
                NewSession(event: "week", title: "Some day"), by: week.staff)
            await #expect(throws: ProgrammeRefusal.noTimeYet(unplaced.reference)) {
                try await programme.repeatSession(unplaced.reference, on: [day("2018-01-30")], by: week.staff)
            }
            await #expect(throws: ProgrammeRefusal.datesOutOfRange(0)) {
                try await programme.repeatSession(unplaced.reference, on: [], by: week.staff)
            }
        }
    }

    @Test("One undo takes all the dates back, and leaves the first one")
    func undone() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let first = try await week.session(release: false)
            let added = try await programme.repeatSession(
                first.reference, on: [day("2018-01-30"), day("2018-01-31"), day("2018-02-01")], by: week.staff)
            let offer = try #require(try await house.services.undo.offer(by: week.staff))
            #expect(Set(offer.references) == Set(added.map(\.reference)))
            _ = try await house.services.undo.undo(offer.entries, by: week.staff)
            #expect(
                try await programme.drafts(event: "week", by: week.staff).map(\.reference) == [first.reference])
        }
    }

    @Test("Nobody but those who schedule repeats a session")
    func rights() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session(facilitators: ["lead@example.org"])
            let lead = try await week.actor("lead@example.org")
            await #expect(throws: AccessRefusal.notAllowed("add sessions")) {
                try await house.services.programme.repeatSession(first.reference, on: [day("2018-01-30")], by: lead)
            }
        }
    }
}
