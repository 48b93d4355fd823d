import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("Taking back what was done to a draft")
struct DraftUndoTests {
    private func undo(_ week: TestWeek, by actor: Actor? = nil) async throws -> [String] {
        let undo = week.house.services.undo
        let offer = try #require(try await undo.offer(by: actor ?? week.staff))
        return try await undo.undo(offer.entries, by: actor ?? week.staff)
    }

    @Test("A session just added is removed again, and its number is not given out twice")
    func add() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(release: false)
            #expect(try await undo(week) == ["\(session.reference) is removed again."])
            #expect(try await house.services.programme.drafts(event: "week", by: week.staff).isEmpty)
            #expect(try await week.session(release: false).reference != session.reference)
        }
    }

    @Test("A session that has been changed or released since it was added stays")
    func kept() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let changed = try await week.session("Changed", release: false)
            _ = try await house.services.programme.moveSession(
                changed.reference, starts: moment("2018-01-30 10:00"), by: week.admin)
            await #expect(
                throws: AccessRefusal.cannotUndo(
                    "\(changed.reference) has been changed since. Remove it on its page instead.")
            ) { try await undo(week) }
            let released = try await week.session("Released", starts: "2018-01-31 10:00")
            await #expect(
                throws: AccessRefusal.cannotUndo(
                    "\(released.reference) has been released since. Cancel it instead.")
            ) { try await undo(week) }
        }
    }

    @Test("A removed draft comes back whole: its time, room, places, facilitators, link and audience")
    func remove() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let first = try await week.session("First")
            let session = try await week.session(
                "Second", starts: "2018-01-30 10:00", room: "Corbyn Road/Room 1", capacity: 7,
                online: "https://meet.example.org/x", facilitators: ["lead@example.org", "p1@example.org"],
                audience: [.team("MASH Assessment"), .after(first.reference)], release: false)
            let before = try await programme.draft(session.reference, by: week.staff)
            try await programme.removeSession(session.reference, by: week.staff)
            #expect(try await undo(week) == ["\(session.reference) is back as it was."])
            var after = try await programme.draft(session.reference, by: week.staff)
            // It is another row, with the same to show.
            (after.id, after.publicID) = (before.id, before.publicID)
            (after.createdAt, after.changedAt) = (before.createdAt, before.changedAt)
            #expect(after == before)
        }
    }

    @Test("A date of a series that was removed goes back into its series")
    func occurrence() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let (_, dates) = try await programme.addSeries(
                NewSeries(
                    event: "week", slug: "daily", title: "Daily", rule: "FREQ=DAILY",
                    startsAt: LocalTime(day("2018-01-29"), ClockTime(minutes: 540)), minutes: 30, count: 3),
                by: week.staff)
            let reference = try #require(dates.dropFirst().first?.reference)
            try await programme.removeSession(reference, by: week.staff)
            _ = try await undo(week)
            #expect(try await programme.seriesDates("daily", by: week.staff).map(\.reference) == dates.map(\.reference))
        }
    }

    @Test("Whom a session is for is as it was before, unless somebody has changed it since")
    func audience() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            let session = try await week.session(audience: [.team("MASH Assessment")])
            _ = try await programme.setAudience(session.reference, [.role(.manager)], by: week.staff)
            _ = try await undo(week)
            #expect(
                try await programme.draft(session.reference, by: week.staff).draft?.audience == "team:MASH Assessment")
            _ = try await programme.setAudience(session.reference, [], by: week.staff)
            _ = try await programme.setAudience(session.reference, [.role(.admin)], by: week.admin)
            await #expect(
                throws: AccessRefusal.cannotUndo(
                    "who may book \(session.reference) has been changed again since.")
            ) { try await undo(week) }
        }
    }

    @Test("Nothing that was taken back is offered to be taken back")
    func notTwice() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session(release: false)
            _ = try await undo(week)
            #expect(try await house.services.undo.offer(by: week.staff) == nil)
        }
    }
}
