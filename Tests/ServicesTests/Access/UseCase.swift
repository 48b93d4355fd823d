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

    typealias Body = @Sendable (_ services: Services, _ actor: Actor, _ work: Work?) async throws -> Void

    let description: String
    let allowed: Allowed
    let run: Body

    init(_ description: String, _ allowed: Allowed = .schedulers, _ run: @escaping Body) {
        self.description = description
        self.allowed = allowed
        self.run = run
    }

    static let all = places + people + programme + series + booking

    private static let places = [
        UseCase("add a site") { _ = try await $0.people.addSite("Saltwells", by: $1, in: $2) },
        UseCase("change a site") { _ = try await $0.people.changeSite("Corbyn Road", address: "New", by: $1, in: $2) },
        UseCase("remove a site") { try await $0.people.removeSite("Spare", by: $1, in: $2) },
        UseCase("add a room") { _ = try await $0.people.addRoom("Corbyn Road/Attic", capacity: 3, by: $1, in: $2) },
        UseCase("change a room") { _ = try await $0.people.changeRoom("Corbyn Road/Room 1", capacity: 13, by: $1, in: $2) },
        UseCase("remove a room") { try await $0.people.removeRoom("Mary Stevens Park/Main Hall", by: $1, in: $2) },
        UseCase("add a team") { _ = try await $0.people.addTeam(TeamDetails(name: "Fostering"), by: $1, in: $2) },
        UseCase("change a team") {
            _ = try await $0.people.changeTeam("Early Help North", to: TeamDetails(name: "Early Help"), by: $1, in: $2)
        },
        UseCase("remove a team") { try await $0.people.removeTeam("Spare team", by: $1, in: $2) },
        UseCase("load bank holidays") {
            try await $0.people.loadHolidays(
                [Holiday(day: day("2018-05-07"), title: "Early May", status: "published", source: "GOV.UK")], by: $1, in: $2)
        },
    ]

    private static let people = [
        UseCase("add a practitioner") {
            _ = try await $0.people.addPerson(PersonDetails(email: "new@example.org", name: "Nell New"), by: $1, in: $2)
        },
        UseCase("add an officer", .adminsOnly) {
            _ = try await $0.people.addPerson(PersonDetails(email: "new@example.org", name: "Nell New", roles: [.staff]), by: $1, in: $2)
        },
        UseCase("add an admin", .adminsOnly) {
            _ = try await $0.people.addPerson(PersonDetails(email: "new@example.org", name: "Nell New", roles: [.admin]), by: $1, in: $2)
        },
        UseCase("change a person") {
            _ = try await $0.people.changePerson(PersonDetails(email: "p9@example.org", jobTitle: "Adviser"), by: $1, in: $2)
        },
        UseCase("grant a role", .adminsOnly) {
            _ = try await $0.people.changePerson(PersonDetails(email: "p9@example.org", roles: [.practitioner, .staff]), by: $1, in: $2)
        },
        UseCase("end somebody's access", .adminsOnly) { _ = try await $0.people.leave("p9@example.org", by: $1, in: $2) },
        UseCase("make a token for somebody else", .adminsOnly) {
            _ = try await $0.access.createToken(for: "p9@example.org", by: $1, in: $2)
        },
        UseCase("make a token for somebody unknown", .adminsOnly) {
            do { _ = try await $0.access.createToken(for: "p99@example.org", by: $1, in: $2) } catch PeopleRefusal.nothingNamed {}
        },
        UseCase("revoke somebody else's token", .adminsOnly) { try await $0.access.revokeToken(1, by: $1, in: $2) },
        UseCase("link an operating-system user", .adminsOnly) {
            try await $0.access.link("p9@example.org", to: "somebody", by: $1, in: $2)
        },
    ]

    private static let programme = [
        UseCase("add an event") {
            _ = try await $0.programme.addEvent("spring", title: "Spring", from: day("2018-04-01"), to: day("2018-04-02"), by: $1, in: $2)
        },
        UseCase("change an event") { _ = try await $0.programme.changeEvent("week", title: "Another title", by: $1, in: $2) },
        UseCase("add a strand") { _ = try await $0.programme.addStrand(event: "week", strand: "voice", name: "Voice", by: $1, in: $2) },
        UseCase("add a session") {
            _ = try await $0.programme.addSession(NewSession(event: "week", title: "New", minutes: 60, capacity: 3), by: $1, in: $2)
        },
        UseCase("change a session") {
            var change = SessionChange()
            change.capacity = .set(7)
            _ = try await $0.programme.changeSession("PW18-001", change, by: $1, in: $2)
        },
        UseCase("move a session") {
            _ = try await $0.programme.moveSession("PW18-001", starts: try moment("2018-01-30 09:30"), by: $1, in: $2)
        },
        UseCase("cancel a session") { _ = try await $0.programme.cancelSession("PW18-001", reason: "Snow", by: $1, in: $2) },
        UseCase("remove a draft") { try await $0.programme.removeSession("PW18-002", by: $1, in: $2) },
        UseCase("set an audience") { _ = try await $0.programme.setAudience("PW18-001", [.role(.manager)], by: $1, in: $2) },
        UseCase("compare the draft with the release") { _ = try await $0.programme.releaseDiff("week", by: $1, in: $2) },
        UseCase("release the programme") { _ = try await $0.programme.publishRelease("week", by: $1, in: $2) },
    ]

    private static let series = [
        UseCase("add a series") {
            _ = try await $0.programme.addSeries(
                NewSeries(
                    event: "week", slug: "daily", title: "Daily", rule: "FREQ=DAILY",
                    startsAt: LocalTime(day("2018-01-29"), ClockTime(minutes: 480)), minutes: 15, count: 2), by: $1, in: $2)
        },
        UseCase("move an occurrence") {
            _ = try await $0.programme.moveOccurrence(
                "hidden", on: day("2018-01-31"), starts: try moment("2018-01-31 15:00"), by: $1, in: $2)
        },
        UseCase("skip an occurrence") {
            _ = try await $0.programme.skipOccurrence("hidden", on: day("2018-01-31"), reason: "Snow", by: $1, in: $2)
        },
    ]

    private static let booking = [
        UseCase("book for somebody else") { _ = try await $0.booking.book("PW18-001", for: "p9@example.org", by: $1, in: $2) },
        UseCase("book for somebody unknown") {
            do { _ = try await $0.booking.book("PW18-001", for: "p99@example.org", by: $1, in: $2) } catch PeopleRefusal.nothingNamed {}
        },
        UseCase("give back somebody else's place") {
            _ = try await $0.booking.cancel(session: "PW18-001", person: "p1@example.org", by: $1, in: $2)
        },
        UseCase("import bookings") {
            let row = ImportedBooking(session: "PW18-001", person: "p9@example.org", state: .confirmed, position: nil, bookedAt: nil)
            for answer in try await $0.booking.importBookings([row], by: $1, in: $2) { _ = try answer.get() }
        },
        UseCase("sweep the waiting lists") { services, actor, _ in try await services.booking.sweepWaitingLists(by: actor) },
        UseCase("list an event's bookings") { _ = try await $0.booking.bookings(ofEvent: "week", by: $1, in: $2) },
        UseCase("see who waits") { _ = try await $0.booking.waitingList(of: "PW18-001", by: $1, in: $2) },
        UseCase("see the draft") { _ = try await $0.programme.draft("PW18-002", by: $1, in: $2) },
    ]
}
