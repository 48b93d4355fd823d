import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("Release")
struct ReleaseTests {
    @Test("The first release publishes the event and schedules its placed sessions")
    func first() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(room: "Corbyn Road/Room 1", release: false)
            let diff = try await house.services.programme.releaseDiff("week", by: week.staff)
            #expect(diff.map(\.kind) == [.new])
            let release = try await house.services.programme.publishRelease("week", note: "The first", by: week.staff)
            #expect(release.number == 1)
            let visitor = Actor(.visitor, channel: .web)
            #expect(try await house.services.programme.event("week", by: visitor).state == .published)
            #expect(try await house.services.programme.session(session.reference, by: visitor).state == .scheduled)
        }
    }

    @Test("Everyone reads a strand by the same short name as staff, whatever it is called")
    func strand() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            _ = try await programme.addStrand(
                event: "week", strand: "voice", name: "Voice of the child", by: week.staff)
            let session = try await programme.addSession(
                NewSession(
                    event: "week", title: "Listening", strand: "voice", startsAt: moment("2018-01-29 10:00"),
                    minutes: 60), by: week.staff)
            _ = try await programme.publishRelease("week", by: week.staff)
            for reader in [week.staff, Actor(.visitor, channel: .web)] {
                let read = try await programme.session(session.reference, by: reader)
                #expect(read.strand == "Voice of the child" && read.strandSlug == "voice")
                let listed = try await programme.sessions(event: "week", by: reader)
                #expect(listed.map(\.strandSlug) == ["voice"])
            }
        }
    }

    @Test("A move shows to everyone only with the next release, and calendars hear of it then")
    func move() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            let visitor = Actor(.visitor, channel: .web)
            _ = try await house.services.programme.moveSession(
                session.reference, starts: moment("2018-01-29 14:00"), by: week.staff)
            let before = try await house.services.programme.session(session.reference, by: visitor)
            #expect(before.startsAt == session.startsAt)
            let diff = try await house.services.programme.releaseDiff("week", by: week.staff)
            #expect(diff.map(\.kind) == [.retimed])
            _ = try await house.services.programme.publishRelease("week", by: week.staff)
            let after = try await house.services.programme.session(session.reference, by: visitor)
            #expect(after.startsAt == (try moment("2018-01-29 14:00")))
            #expect(after.sequence == before.sequence + 1)
        }
    }

    @Test("What begins as another ends does not clash, and a long session clashes with each one within it")
    func clashesOfLongSessions() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let room = "Corbyn Road/Room 1"
            let late = try await week.session("Late", starts: "2018-01-29 11:00", room: room, release: false)
            let early = try await week.session("Early", starts: "2018-01-29 10:00", room: room, release: false)
            _ = try await week.session("After", starts: "2018-01-29 12:30", room: room, release: false)
            let long = try await week.session(
                "Long", starts: "2018-01-29 09:30", minutes: 180, room: room, release: false)
            _ = try await week.session("Elsewhere", starts: "2018-01-29 10:00", minutes: 180, release: false)
            do {
                _ = try await house.services.programme.publishRelease("week", by: week.staff)
                Issue.record("the release went through")
            } catch ProgrammeRefusal.cannotRelease(let clashes) {
                #expect(
                    Set(clashes.map { [$0.reference, $0.other] }) == [
                        [late.reference, long.reference], [early.reference, long.reference],
                    ])
            }
        }
    }

    @Test("A facilitator who leads a released session of another event at that time is named")
    func clashAcrossEvents() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let led = try await week.session(facilitators: ["lead@example.org"])
            let programme = house.services.programme
            _ = try await programme.addEvent(
                "other", title: "Other", from: day("2018-01-29"), to: day("2018-01-30"), by: week.staff)
            let mine = try await programme.addSession(
                NewSession(
                    event: "other", title: "At once", startsAt: moment("2018-01-29 10:00"),
                    endsAt: moment("2018-01-29 11:00"), facilitators: ["lead@example.org"]), by: week.staff)
            do {
                _ = try await programme.publishRelease("other", by: week.staff)
                Issue.record("the release went through")
            } catch ProgrammeRefusal.cannotRelease(let clashes) {
                #expect(clashes.map { [$0.reference, $0.other] } == [[mine.reference, led.reference]])
                #expect(clashes.first?.reason.contains("Lena Lead") == true)
            }
        }
    }

    @Test("A release names every clash of room and facilitator and changes nothing")
    func clashes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let one = try await week.session(
                room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"], release: false)
            let two = try await week.session(
                "Same room", starts: "2018-01-29 10:00", room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"],
                release: false)
            do {
                _ = try await house.services.programme.publishRelease("week", by: week.staff)
                Issue.record("the release went through")
            } catch ProgrammeRefusal.cannotRelease(let clashes) {
                #expect(clashes.map(\.reference) == [one.reference, one.reference])
                #expect(clashes.map(\.other) == [two.reference, two.reference])
            }
            #expect(try await house.services.programme.releases("week", by: week.staff).isEmpty)
        }
    }

    @Test("Nothing new is not released twice")
    func nothing() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session()
            await #expect(throws: ProgrammeRefusal.nothingToRelease("week")) {
                try await house.services.programme.publishRelease("week", by: week.staff)
            }
        }
    }

    @Test("Cancelling acts at once, tells those booked, and can be undone")
    func cancel() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            try await week.book(session, "p1@example.org")
            _ = try await house.services.programme.cancelSession(session.reference, reason: "Snow", by: week.staff)
            let visitor = Actor(.visitor, channel: .web)
            #expect(try await house.services.programme.session(session.reference, by: visitor).state == .cancelled)
            #expect(try await house.services.undo.undo(by: week.staff).contains("takes place again"))
            #expect(try await house.services.programme.session(session.reference, by: visitor).state == .scheduled)
        }
    }

    @Test("Undo takes back a move, once, and not what somebody changed since")
    func undo() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            _ = try await house.services.programme.moveSession(
                session.reference, starts: moment("2018-01-30 09:30"), by: week.staff)
            _ = try await house.services.undo.undo(by: week.staff)
            #expect(
                try await house.services.programme.draft(session.reference, by: week.staff).startsAt == session.startsAt
            )
            await #expect(throws: AccessRefusal.nothingToUndo) { try await house.services.undo.undo(by: week.staff) }
        }
    }
}
