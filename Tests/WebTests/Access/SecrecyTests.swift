import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What somebody must not know")
struct SecrecyTests {
    /// One thing that is different, and who may see that it is.
    private struct Secret: Sendable {
        let name: String
        let knownTo: String
        let change: @Sendable (TestHouse, TestWeek) async throws -> Void
    }

    /// The addresses that look at everything.
    private static let readers = [
        "", "p1@example.org", "manager@example.org", "lead@example.org", "officer@example.org",
    ]

    private static let secrets = [
        Secret(name: "a session of the draft, created last", knownTo: "officer@example.org") { _, week in
            try await week.session(
                "Secret plans", starts: "2018-02-01 09:00", room: "Corbyn Road/Room 1", release: false)
        },
        Secret(name: "who waits", knownTo: "officer@example.org") { house, _ in
            try await owner(
                house,
                "update booking set person_id = (select id from person where email = 'p6@example.org') where state = 'waiting'"
            )
        },
        Secret(name: "why a place was given back", knownTo: "officer@example.org") { house, _ in
            try await owner(
                house,
                """
                update booking set cancel_reason = 'Something else' where state = 'cancelled';
                update booking_history set reason = 'Something else' where to_state = 'cancelled'
                """)
        },
        Secret(name: "a joining link", knownTo: "officer@example.org") { house, _ in
            try await owner(
                house, "update session set online_url = 'https://meet.example.org/other' where online_url is not null")
        },
        Secret(name: "an offer of a session", knownTo: "officer@example.org") { house, week in
            let secret = try await house.services.proposals.invite(
                to: "week", closingOn: day("2018-01-31"), today: day("2018-01-15"), by: week.staff)
            let offered = try ProposalContent.read([
                .name: "A Friend", .email: "friend@example.org", .title: "Secret offer", .description: "Listening",
                .minutes: "60", .size: "12", .dates: "Any morning",
            ])
            _ = try await house.services.proposals.propose(offered, invitation: secret, by: week.staff)
        },
    ]

    /// Past every rule: what is told apart is only what is written here.
    private static func owner(_ house: TestHouse, _ sql: String) async throws {
        try await house.asOwner { owner in
            try await owner.execute(unsafe: "set session_replication_role = replica; \(sql)")
        }
    }

    @Test("No answer to those who must not know it changes by a byte, and some answer to those who may does")
    func secrecy() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let full = try await week.session("Full", capacity: 1, facilitators: ["lead@example.org"])
            let online = try await week.session(
                "Online", starts: "2018-01-30 09:00", capacity: 9, online: "https://meet.example.org/one")
            try await week.book(full, "p2@example.org")
            try await week.book(full, "p5@example.org")
            try await week.book(online, "p3@example.org")
            let given = try await week.book(online, "p4@example.org")
            _ = try await house.services.booking.cancel(
                given.id, reason: "My own affair", by: try await week.actor("p4@example.org"))
            var things = [
                "slug": ["week"], "reference": [full.reference, online.reference, "PW18-003"],
                "id": [given.id.uuidString], "name": [Asset.all.first?.fileName ?? ""], "token": ["never"],
            ]
            var cookies: [String: String] = [:]
            var tokens: [String: String] = [:]
            for reader in Self.readers where !reader.isEmpty {
                let browser = RouteClient(house)
                try await browser.signIn(reader, house)
                cookies[reader] = browser.cookie("pw_session")
                tokens[reader] = try await house.token(reader)
                things["token"]?.append(
                    try await house.services.access.createCalendarAddress(by: try await week.actor(reader)))
            }
            func everything() async throws -> [String: [String: String]] {
                var all: [String: [String: String]] = [:]
                for reader in Self.readers {
                    all[reader] = try await EveryAnswer.to(cookies[reader], tokens[reader], house, things)
                }
                return all
            }
            var before = try await everything()
            for secret in Self.secrets {
                try await secret.change(house, week)
                let after = try await everything()
                for reader in Self.readers {
                    let changed = after[reader, default: [:]].filter { before[reader]?[$0.key] != $0.value }.keys
                        .sorted()
                    if reader == secret.knownTo {
                        #expect(!changed.isEmpty, "\(reader) does not see \(secret.name): the test proves nothing")
                    } else {
                        #expect(changed == [], "\(reader.isEmpty ? "a visitor" : reader) can tell \(secret.name)")
                    }
                }
                before = after
            }
        }
    }
}
