import Domain
import Foundation
import Services
import TestSupport
import Testing

@Suite("What a release would lack")
struct ReadinessTests {
    /// One session of each kind of lack, and one that lacks nothing.
    private func lay(_ week: TestWeek) async throws {
        let people = week.house.services.people
        _ = try await people.changeRoom("Corbyn Road/Room 2", access: "Ground floor, level.", by: week.staff)
        let lead = ["lead@example.org"]
        try await week.session("Whole", room: "Corbyn Road/Room 2", facilitators: lead, release: false)
        try await week.session("Nowhere", starts: "2018-01-29 11:00", facilitators: lead, release: false)
        try await week.session("Leaderless", starts: "2018-01-29 12:00", room: "Corbyn Road/Room 2", release: false)
        try await week.session(
            "Cramped", starts: "2018-01-29 13:00", room: "Corbyn Road/Room 2", capacity: 31, facilitators: lead,
            release: false)
        try await week.session(
            "Unexplained", starts: "2018-01-29 14:00", room: "Corbyn Road/Room 1", facilitators: lead, release: false)
    }

    @Test("Each session that lacks something is named with what it lacks, by title and time, and the whole one is not")
    func named() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await lay(week)
            let problems = try await house.services.programme.releaseProblems("week", by: week.staff)
            #expect(problems.map(\.session.title) == ["Nowhere", "Leaderless", "Cramped", "Unexplained"])
            #expect(
                problems.map(\.problem) == [
                    .noPlace, .nobodyLeads, .roomTooSmall(room: "Corbyn Road/Room 2", holds: 30, capacity: 31),
                    .noAccessNote(room: "Corbyn Road/Room 1"),
                ])
            let reference = try #require(problems.first?.session.reference)
            #expect(
                problems.first?.sentence
                    == "“Nowhere” (\(reference), Monday 29 January, 11am to 12pm): It has a time, but neither a room nor a joining link."
            )
        }
    }

    @Test("It is refused where everything is asked to be complete, and released where it may lack something")
    func complete() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await lay(week)
            let programme = house.services.programme
            do {
                _ = try await programme.publishRelease("week", complete: true, by: week.staff)
                Issue.record("the release went through")
            } catch ProgrammeRefusal.incomplete(let lacking) {
                #expect(lacking.count == 4)
            }
            #expect(try await programme.releases("week", by: week.staff).isEmpty)
            #expect(try await programme.publishRelease("week", by: week.staff).number == 1)
        }
    }

    @Test("A session whose audience admits nobody is named, until somebody belongs to it")
    func nobodyFits() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.people.addTeam(TeamDetails(name: "New team"), by: week.admin)
            try await week.session(
                "For nobody yet", online: "https://meet.example.org/x", facilitators: ["lead@example.org"],
                audience: [.team("New team")], release: false)
            let programme = house.services.programme
            #expect(try await programme.releaseProblems("week", by: week.staff).map(\.problem) == [.nobodyFits])
            _ = try await house.services.people.changePerson(
                PersonDetails(email: "p1@example.org", team: "New team"), by: week.admin)
            #expect(try await programme.releaseProblems("week", by: week.staff).isEmpty)
        }
    }

    @Test("A joining link is a place, and what is off, over or without a time lacks nothing")
    func enough() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let programme = house.services.programme
            try await week.session(
                "Online", online: "https://meet.example.org/x", facilitators: ["lead@example.org"], release: false)
            let off = try await week.session("Off", starts: "2018-01-30 10:00", release: false)
            _ = try await programme.cancelSession(off.reference, reason: "Snow", by: week.staff)
            _ = try await programme.addSession(NewSession(event: "week", title: "Some day"), by: week.staff)
            #expect(try await programme.releaseProblems("week", by: week.staff).isEmpty)
            #expect(try await programme.publishRelease("week", complete: true, by: week.staff).number == 1)
        }
    }

    @Test("A session left outside the days of its event is never released")
    func outside() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Friday", starts: "2018-02-02 10:00", release: false)
            _ = try await house.services.programme.changeEvent("week", to: day("2018-02-01"), by: week.staff)
            do {
                _ = try await house.services.programme.publishRelease("week", by: week.staff)
                Issue.record("the release went through")
            } catch ProgrammeRefusal.cannotRelease(let clashes) {
                #expect(clashes.map(\.reference) == [session.reference])
                #expect(clashes.first?.reason.hasSuffix("It lies outside the days of its event.") == true)
            }
        }
    }

    @Test("Only those who schedule are told")
    func secret() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let visitor = try await week.actor("p1@example.org")
            await #expect(throws: AccessRefusal.notAllowed("see the draft")) {
                try await house.services.programme.releaseProblems("week", by: visitor)
            }
        }
    }
}
