import Domain
import Postgres
import Services
import TestSupport
import Testing

/// What the functions that decide a booking say of a person and a session.
private struct Decided: Statement {
    static let sql = """
        select app.audience_admits(s.id, p.id), app.audience_wants_first(s.id, p.id) from session s, person p
        where s.reference = $1 and p.email = $2
        """
    let reference: String
    let email: String

    func bind(to parameters: inout Parameters) {
        parameters.append(reference)
        parameters.append(email)
    }

    static func decode(_ row: inout RowReader) throws -> (admits: Bool, first: String?) {
        (try row.next(), try row.next())
    }
}

@Suite("How somebody stands to many sessions at once")
struct StandingTests {
    @Test("is what the booking of each would be decided by")
    func agrees() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let early = try await week.session("Early", starts: "2018-01-29 08:00", capacity: 9)
            let team = Audience.Rule.team("MASH Assessment")
            let other = Audience.Rule.team("Early Help North")
            let audiences: [[Audience.Rule]] = [
                [], [.role(.practitioner)], [.role(.manager)], [.role(.admin), team], [team, other], [other],
                [.service("MASH")], [.service("MASH"), .role(.manager)], [.employer("Black Country Health Trust")],
                [.after(early.reference)], [team, .after(early.reference)],
                [.role(.staff), other, .after(early.reference)],
            ]
            for (number, audience) in audiences.enumerated() {
                try await week.session(
                    "Session \(number)", starts: "2018-01-30 \(number < 2 ? "0" : "")\(number + 8):00",
                    audience: audience,
                    release: false)
            }
            _ = try await house.services.programme.publishRelease("week", by: week.staff)
            try await week.book(early, "p2@example.org")
            let sessions = try await house.services.programme.released(event: "week")
            var admitted = 0
            for email in [
                "p1@example.org", "p2@example.org", "p3@example.org", "manager@example.org", "admin@example.org",
            ] {
                let person = try #require(try await week.actor(email).person)
                let standings = try await house.services.programme.standings(of: sessions, for: person)
                for session in sessions {
                    let decided = try #require(
                        try await house.database.read(Decided(reference: session.reference, email: email)).first)
                    let standing = try #require(standings[session.id])
                    #expect(standing.isAdmitted == decided.admits, "\(email), \(session.title)")
                    #expect(standing.first?.reference == decided.first, "\(email), \(session.title)")
                    if decided.admits { admitted += 1 }
                }
            }
            #expect(admitted > 20 && admitted < 60)
        }
    }

    @Test("offers nobody a place in what they lead, and names what they lead at the same time")
    func leads() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session(
                "Mine", facilitators: ["lead@example.org"], release: false)
            try await week.session("Beside it", starts: "2018-01-29 10:00", release: false)
            try await week.session("Another's", starts: "2018-01-30 10:00", facilitators: ["p1@example.org"])
            let lead = try await week.actor("lead@example.org")
            let sessions = try await house.services.programme.released(event: "week")
            let standings = try await house.services.programme.standings(of: sessions, for: try #require(lead.person))
            for session in sessions {
                let obstacle = standings[session.id]?.obstacle
                do {
                    _ = try await house.services.booking.book(session.reference, by: lead)
                    #expect(obstacle == (session.title == "Mine" ? .leads : nil), "\(session.title)")
                } catch let refusal as BookingRefusal {
                    switch refusal {
                    case .clashes(let others, _):
                        #expect(obstacle == .clashes(others) && session.title == "Beside it")
                    default: Issue.record("\(session.title): \(refusal)")
                    }
                }
            }
        }
    }
}
