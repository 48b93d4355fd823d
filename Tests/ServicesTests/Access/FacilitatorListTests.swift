import Domain
import Services
import TestSupport
import Testing

@Suite("A facilitator's list of who comes")
struct FacilitatorListTests {
    @Test("names those who are confirmed and their organisations, and nobody's address")
    func names() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 2, facilitators: ["lead@example.org"])
            for number in 1...3 { try await week.book(session, "p\(number)@example.org") }
            let lead = try await week.actor("lead@example.org")
            let seen = try await house.services.booking.bookings(of: session.reference, by: lead)
            #expect(seen.map(\.personName) == ["Person 1", "Person 2"])
            #expect(seen.map(\.team) == ["Early Help North", "MASH Assessment"])
            #expect(seen.allSatisfy { $0.person.isEmpty && $0.bookedBy == nil })
            let all = try await house.services.booking.bookings(of: session.reference, by: week.staff)
            #expect(all.map(\.person) == ["p1@example.org", "p2@example.org", "p3@example.org"])
            #expect(all.map(\.bookedBy) == ["p1@example.org", "p2@example.org", "p3@example.org"])
        }
    }
}
