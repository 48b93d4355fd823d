import Domain
import Foundation
import Services
import TestSupport

/// One thing that can be done, tried in the little world of `RightsTests`, and who may.
struct UseCase: Sendable, CustomStringConvertible {
    enum Allowed: Sendable {
        case schedulers
        case adminsOnly
    }

    /// Who tries, where, and on which two sessions.
    struct Trial: Sendable {
        let services: Services
        let actor: Actor
        let work: Work?
        let released: String
        let draft: String
    }

    typealias Body = @Sendable (_ trial: Trial) async throws -> Void

    let description: String
    let allowed: Allowed
    let run: Body

    init(_ description: String, _ allowed: Allowed = .schedulers, _ run: @escaping Body) {
        self.description = description
        self.allowed = allowed
        self.run = run
    }

    static let all = places + people + programme + series + booking + offices

    private static let places = [
        UseCase("add a site") { _ = try await $0.services.people.addSite("Saltwells", by: $0.actor, in: $0.work) },
        UseCase("change a site") {
            _ = try await $0.services.people.changeSite("Corbyn Road", address: "New", by: $0.actor, in: $0.work)
        },
        UseCase("remove a site") { try await $0.services.people.removeSite("Spare", by: $0.actor, in: $0.work) },
        UseCase("add a room") {
            _ = try await $0.services.people.addRoom("Corbyn Road/Attic", capacity: 3, by: $0.actor, in: $0.work)
        },
        UseCase("change a room") {
            _ = try await $0.services.people.changeRoom("Corbyn Road/Room 1", capacity: 13, by: $0.actor, in: $0.work)
        },
        UseCase("remove a room") {
            try await $0.services.people.removeRoom("Mary Stevens Park/Main Hall", by: $0.actor, in: $0.work)
        },
        UseCase("add a team") {
            _ = try await $0.services.people.addTeam(TeamDetails(name: "Fostering"), by: $0.actor, in: $0.work)
        },
        UseCase("change a team") {
            _ = try await $0.services.people.changeTeam(
                "Early Help North", to: TeamDetails(name: "Early Help"), by: $0.actor, in: $0.work)
        },
        UseCase("remove a team") { try await $0.services.people.removeTeam("Spare team", by: $0.actor, in: $0.work) },
        UseCase("load bank holidays") {
            try await $0.services.people.loadHolidays(
                [Holiday(day: day("2018-05-07"), title: "Early May", status: "published", source: "GOV.UK")],
                by: $0.actor, in: $0.work)
        },
    ]

    private static let people = [
        UseCase("add a practitioner") {
            _ = try await $0.services.people.addPerson(
                PersonDetails(email: "new@example.org", name: "Nell New"), by: $0.actor, in: $0.work)
        },
        UseCase("add an officer", .adminsOnly) {
            _ = try await $0.services.people.addPerson(
                PersonDetails(email: "new@example.org", name: "Nell New", roles: [.staff]), by: $0.actor, in: $0.work)
        },
        UseCase("add an admin", .adminsOnly) {
            _ = try await $0.services.people.addPerson(
                PersonDetails(email: "new@example.org", name: "Nell New", roles: [.admin]), by: $0.actor, in: $0.work)
        },
        UseCase("change a person") {
            _ = try await $0.services.people.changePerson(
                PersonDetails(email: "p9@example.org", jobTitle: "Adviser"), by: $0.actor, in: $0.work)
        },
        UseCase("grant a role", .adminsOnly) {
            _ = try await $0.services.people.changePerson(
                PersonDetails(email: "p9@example.org", roles: [.practitioner, .staff]), by: $0.actor, in: $0.work)
        },
        UseCase("end somebody's access", .adminsOnly) {
            _ = try await $0.services.people.leave("p9@example.org", by: $0.actor, in: $0.work)
        },
        UseCase("make a token for somebody else", .adminsOnly) {
            _ = try await $0.services.access.createToken(for: "p9@example.org", by: $0.actor, in: $0.work)
        },
        UseCase("make a token for somebody unknown", .adminsOnly) {
            do {
                _ = try await $0.services.access.createToken(for: "p99@example.org", by: $0.actor, in: $0.work)
            } catch PeopleRefusal.nothingNamed {}
        },
        UseCase("revoke somebody else's token", .adminsOnly) {
            try await $0.services.access.revokeToken(1, by: $0.actor, in: $0.work)
        },
        UseCase("link an operating-system user", .adminsOnly) {
            try await $0.services.access.link("p9@example.org", to: "somebody", by: $0.actor, in: $0.work)
        },
    ]

    private static let programme = [
        UseCase("add an event") {
            _ = try await $0.services.programme.addEvent(
                "spring", title: "Spring", from: day("2018-04-01"), to: day("2018-04-02"), by: $0.actor, in: $0.work)
        },
        UseCase("change an event") {
            _ = try await $0.services.programme.changeEvent("week", title: "Another title", by: $0.actor, in: $0.work)
        },
        UseCase("add a strand") {
            _ = try await $0.services.programme.addStrand(
                event: "week", strand: "voice", name: "Voice", by: $0.actor, in: $0.work)
        },
        UseCase("add a session") {
            _ = try await $0.services.programme.addSession(
                NewSession(event: "week", title: "New", minutes: 60, capacity: 3), by: $0.actor, in: $0.work)
        },
        UseCase("change a session") {
            var change = SessionChange()
            change.capacity = .set(7)
            _ = try await $0.services.programme.changeSession($0.released, change, by: $0.actor, in: $0.work)
        },
        UseCase("move a session") {
            _ = try await $0.services.programme.moveSession(
                $0.released, starts: try moment("2018-01-30 09:30"), by: $0.actor, in: $0.work)
        },
        UseCase("cancel a session") {
            _ = try await $0.services.programme.cancelSession($0.released, reason: "Snow", by: $0.actor, in: $0.work)
        },
        UseCase("remove a draft") {
            try await $0.services.programme.removeSession($0.draft, by: $0.actor, in: $0.work)
        },
        UseCase("set an audience") {
            _ = try await $0.services.programme.setAudience($0.released, [.role(.manager)], by: $0.actor, in: $0.work)
        },
        UseCase("compare the draft with the release") {
            _ = try await $0.services.programme.releaseDiff("week", by: $0.actor, in: $0.work)
        },
        UseCase("release the programme") {
            _ = try await $0.services.programme.publishRelease("week", by: $0.actor, in: $0.work)
        },
    ]

    private static let series = [
        UseCase("add a series") {
            _ = try await $0.services.programme.addSeries(
                NewSeries(
                    event: "week", slug: "daily", title: "Daily", rule: "FREQ=DAILY",
                    startsAt: LocalTime(day("2018-01-29"), ClockTime(minutes: 480)), minutes: 15, count: 2),
                by: $0.actor, in: $0.work)
        },
        UseCase("move an occurrence") {
            _ = try await $0.services.programme.moveOccurrence(
                "hidden", on: day("2018-01-31"), starts: try moment("2018-01-31 15:00"), by: $0.actor, in: $0.work)
        },
        UseCase("skip an occurrence") {
            _ = try await $0.services.programme.skipOccurrence(
                "hidden", on: day("2018-01-31"), reason: "Snow", by: $0.actor, in: $0.work)
        },
    ]

    private static let booking = [
        UseCase("book for somebody else") {
            _ = try await $0.services.booking.book($0.released, for: "p9@example.org", by: $0.actor, in: $0.work)
        },
        UseCase("book for somebody unknown") {
            do {
                _ = try await $0.services.booking.book($0.released, for: "p99@example.org", by: $0.actor, in: $0.work)
            } catch PeopleRefusal.nothingNamed {}
        },
        UseCase("give back somebody else's place") {
            _ = try await $0.services.booking.cancel(
                session: $0.released, person: "p1@example.org", by: $0.actor, in: $0.work)
        },
        UseCase("import bookings") {
            let row = ImportedBooking(
                session: $0.released, person: "p9@example.org", state: .waiting, position: nil, bookedAt: nil)
            for answer in try await $0.services.booking.importBookings([row], by: $0.actor, in: $0.work) {
                _ = try answer.get()
            }
        },
        UseCase("sweep the waiting lists") { try await $0.services.booking.sweepWaitingLists(by: $0.actor) },
        UseCase("list an event's bookings") {
            _ = try await $0.services.booking.bookings(ofEvent: "week", by: $0.actor, in: $0.work)
        },
        UseCase("see who waits") {
            _ = try await $0.services.booking.waitingList(of: $0.released, by: $0.actor, in: $0.work)
        },
        UseCase("see the draft") { _ = try await $0.services.programme.draft($0.draft, by: $0.actor, in: $0.work) },
    ]
}
