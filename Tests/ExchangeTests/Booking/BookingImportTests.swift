import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing bookings")
struct BookingImportTests {
    private let header = "session,person_email,state,position,booked_at"

    @Test("confirms in the file's order, then queues by position, and tells nobody")
    func order() async throws {
        try await ImportBench.with { bench in
            let session = try await bench.week.session(capacity: 2)
            let report = try await bench.load(
                .bookings, header, "\(session.reference),p4@example.org,waiting,2,2018-01-10 09:00",
                "\(session.reference),p3@example.org,waiting,1,2018-01-11 09:00",
                "\(session.reference),p1@example.org,confirmed,,",
                "\(session.reference.lowercased()),P2@example.org,,,10/01/2018 09:00")
            #expect((report.errors, report.accepted) == ([], 4))
            let bookings = try await bench.house.services.booking.bookings(of: session.reference, by: bench.week.staff)
            #expect(bookings.map(\.person) == ["p1@example.org", "p2@example.org", "p3@example.org", "p4@example.org"])
            #expect(bookings.map(\.position) == [nil, nil, 1, 2])
            #expect(try bookings.last?.bookedAt == moment("2018-01-10 09:00"))
            let again = try await bench.load(.bookings, header, "\(session.reference),p4@example.org,waiting,2,")
            #expect((again.accepted, again.unchanged) == (0, 1))
        }
    }

    @Test("names every row that cannot be, and writes none")
    func wrong() async throws {
        try await ImportBench.with { bench in
            let session = try await bench.week.session(capacity: 1)
            let hidden = try await bench.week.session("Hidden", starts: "2018-01-30 09:30", release: false)
            let report = try await bench.load(
                .bookings, header, "\(session.reference),p1@example.org,confirmed,,",
                "\(session.reference),p2@example.org,confirmed,,",
                "WEEK18-999,p3@example.org,confirmed,,", "\(session.reference),nobody@example.org,confirmed,,",
                "\(hidden.reference),p4@example.org,confirmed,,", "\(session.reference),p5@example.org,offered,,",
                "\(session.reference),p1@example.org,confirmed,,",
                "\(session.reference),p6@example.org,waiting,0,not a time")
            #expect(
                report.places == [
                    "2 state", "3 session", "4 person_email", "5 session", "6 state", "7 person_email", "8 position",
                    "8 booked_at",
                ])
            #expect(
                try await bench.house.services.booking.bookings(of: session.reference, by: bench.week.staff).isEmpty)
        }
    }

    @Test("refuses to leave somebody waiting beside a free place")
    func placeFree() async throws {
        try await ImportBench.with { bench in
            let session = try await bench.week.session(capacity: 2)
            let report = try await bench.load(.bookings, header, "\(session.reference),p1@example.org,waiting,1,")
            #expect(report.places == ["1 state"])
        }
    }

    @Test("refuses two places at the same time for one person, and names the other by title, time and room")
    func clash() async throws {
        try await ImportBench.with { bench in
            let first = try await bench.week.session("One", room: "Corbyn Road/Room 1", release: false)
            let second = try await bench.week.session("Two", starts: "2018-01-29 10:00")
            let report = try await bench.load(
                .bookings, header, "\(first.reference),p1@example.org,confirmed,,",
                "\(second.reference),p1@example.org,confirmed,,")
            #expect(report.places == ["2 person_email"])
            let named = "“One” (\(first.reference), Monday 29 January, 9:30am to 10:30am, Corbyn Road, Room 1)"
            #expect(report.errors.first?.message.contains(named) == true)
        }
    }
}
