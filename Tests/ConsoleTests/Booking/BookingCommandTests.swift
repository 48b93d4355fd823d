import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Booking at the console")
struct BookingCommandTests {
    @Test("Places are booked, waited for, given back to who is next, and taken again")
    func places() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let reference = try await week.session(capacity: 1).reference
            let ran = await Ran.script(
                house, "book \(reference) p1@example.org", "book \(reference) p2@example.org",
                "book \(reference.lowercased()) p3",
                "waitlist show \(reference)", "booking cancel \(reference) p1 --reason Court",
                "booking list \(reference)", "undo",
                "waitlist show \(reference)")
            #expect(ran.code == 0)
            let arrays = ran.arrays
            #expect(arrays[0].first.map(\.keys) == ["id", "session", "person", "state", "position"])
            #expect(arrays[0].first?["state"] == "confirmed")
            #expect(arrays[0].first?.isNull("position") == true)
            #expect(arrays[2].first?["position"] == "2")
            #expect(arrays[3].first.map(\.keys) == ["position", "person", "state", "joined_at", "reason"])
            #expect(arrays[3].compactMap { $0["person"] } == ["p2@example.org", "p3@example.org"])
            #expect(arrays[4].first?["state"] == "cancelled")
            #expect(arrays[5].first { $0["state"] == "confirmed" }?["person"] == "p2@example.org")
            #expect((arrays[6].first?["undone"])?.contains("has filled up meanwhile") == true)
            #expect(arrays[7].compactMap { $0["person"] } == ["p3@example.org", "p1@example.org"])
        }
    }

    @Test("A refusal is the service's sentence")
    func refused() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let reference = try await week.session().reference
            let ran = await Ran.script(house, "book \(reference) p1", "book \(reference) p1")
            #expect(ran.code == 1)
            #expect(ran.error == "line 2: Already booked on this session.\n")
        }
    }

    @Test("What is in the way is named by title and time, and whoever leads a session may have a place in it")
    func inTheWay() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", facilitators: ["lead@example.org"], release: false)
            let second = try await week.session("Second", starts: "2018-01-29 10:00")
            try await week.book(first, "p1@example.org")
            let clash = await Ran.script(house, "book \(second.reference) p1")
            #expect(
                clash.error
                    == "line 1: This is at the same time as “First” (\(first.reference), Monday 29 January, 9:30am to 10:30am), where this person has a place or leads.\n"
            )
            let lead = await Ran.script(house, "book \(first.reference) lead")
            #expect(lead.code == 0 && lead.error == "")
        }
    }

    @Test("The audience is set by roles, teams and an earlier session")
    func audience() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session(starts: "2018-01-29 09:00").reference
            let second = try await week.session(starts: "2018-01-30 09:00").reference
            let ran = await Ran.script(
                house, "audience set \(second) --role man --team MASH --after \(first.lowercased())",
                "book \(second) p1", "site list")
            #expect(ran.arrays.first?.first?["audience"] == "after:\(first); role:manager; team:MASH Assessment")
            #expect(ran.code == 1)
            #expect(ran.error.hasPrefix("line 2: "))
        }
    }
}
