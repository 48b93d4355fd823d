package import Domain
package import Foundation
package import Services

/// A small week to act in: two sites with rooms, two teams, an officer, a manager, practitioners p1 to p9, a facilitator, and the event
/// `week` from 29 January to 2 February 2018.
package struct TestWeek: Sendable {
    package let house: TestHouse
    package let admin: Actor
    package let staff: Actor

    package static func make(in house: TestHouse, practitioners: Int = 9) async throws -> TestWeek {
        let people = house.services.people
        let operating = house.operating
        _ = try await people.addSite("Corbyn Road", by: operating)
        _ = try await people.addSite("Mary Stevens Park", by: operating)
        _ = try await people.addRoom("Corbyn Road/Room 1", capacity: 12, by: operating)
        _ = try await people.addRoom("Corbyn Road/Room 2", capacity: 30, by: operating)
        _ = try await people.addRoom("Mary Stevens Park/Main Hall", capacity: 80, by: operating)
        _ = try await people.addTeam(
            TeamDetails(name: "MASH Assessment", service: "MASH", site: "Corbyn Road"), by: operating)
        _ = try await people.addTeam(TeamDetails(name: "Early Help North", service: "Early Help"), by: operating)
        let admin = try await people.addPerson(
            PersonDetails(email: "admin@example.org", name: "Ada Admin", roles: [.admin]), by: operating)
        let staff = try await people.addPerson(
            PersonDetails(email: "officer@example.org", name: "Olive Officer", roles: [.staff]), by: operating)
        _ = try await people.addPerson(
            PersonDetails(
                email: "manager@example.org", name: "Mina Manager", team: "MASH Assessment",
                roles: [.manager, .practitioner]),
            by: operating)
        _ = try await people.addPerson(
            PersonDetails(email: "lead@example.org", name: "Lena Lead", roles: [.practitioner]), by: operating)
        try await house.services.work { work in
            for number in 1...max(1, practitioners) {
                _ = try await people.addPerson(
                    PersonDetails(
                        email: "p\(number)@example.org", name: "Person \(number)",
                        team: number.isMultiple(of: 2) ? "MASH Assessment" : "Early Help North",
                        employer: number.isMultiple(of: 3) ? "Black Country Health Trust" : nil), by: operating,
                    in: work)
            }
        }
        _ = try await house.services.programme.addEvent(
            "week", title: "Practice Week 2018", from: day("2018-01-29"), to: day("2018-02-02"), by: operating)
        return TestWeek(
            house: house, admin: Actor(.person(admin.id), channel: .console),
            staff: Actor(.person(staff.id), channel: .web))
    }

    /// An actor for an address.
    package func actor(_ email: String, _ channel: Channel = .web) async throws -> Actor {
        guard let person = try await house.services.people.people(email: email, by: house.operating).first else {
            throw AccessRefusal.notFound("person")
        }
        return Actor(.person(person.id), channel: channel)
    }

    /// A released session on a time of the week, such as `"2018-01-29 09:30"`.
    @discardableResult
    package func session(
        _ title: String = "Motivational Interviewing", starts: String = "2018-01-29 09:30", minutes: Int = 60,
        room: String? = nil,
        capacity: Int = 2, online: String? = nil, facilitators: [String] = [], audience: [Audience.Rule] = [],
        release: Bool = true
    ) async throws -> Session {
        let begin = try moment(starts)
        let session = try await house.services.programme.addSession(
            NewSession(
                event: "week", title: title, startsAt: begin, endsAt: begin.addingTimeInterval(Double(minutes) * 60),
                room: room,
                onlineURL: online, capacity: capacity, facilitators: facilitators, audience: audience), by: staff)
        if release { _ = try await house.services.programme.publishRelease("week", by: staff) }
        return session
    }

    @discardableResult
    package func book(_ session: Session, _ email: String, key: String? = nil) async throws -> BookingReceipt {
        try await house.services.booking.book(session.reference, key: key, by: try await actor(email))
    }
}

/// A day that is known to exist.
package func day(_ iso: String) -> Day {
    Day(iso: iso) ?? Day(number: 0)
}

/// A London time that is known to exist.
package func moment(_ text: String) throws -> Date {
    try DateEntry.moment(text, today: Day(number: 0))
}
