import Domain
import Foundation
import Mail
import Services
import TestSupport
import Testing

@Suite("Signing in")
struct SignInTests {
    private struct Words: MessageRenderer {
        func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter {
            if case .signInCode(let code) = letter { return RenderedLetter(subject: "code", text: code) }
            return RenderedLetter(subject: "booking", text: "booking")
        }
    }

    private func code(_ house: TestHouse) async throws -> String {
        try await MessageWorker(house: house.services.house, renderer: Words()).sendDue()
        return house.mail.messages.last?.text.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    }

    @Test("A code typed in the browser that asked signs that browser in")
    func works() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.services.access.startSignIn(email: " P1@Example.org ", browser: "browser")
            let (person, session) = try await house.services.access.finishSignIn(
                email: "p1@example.org", code: try await code(house), browser: "browser")
            #expect(person.email == "p1@example.org")
            #expect(try await house.services.access.person(ofSession: session) == person)
            try await house.services.access.signOut(session: session)
            #expect(try await house.services.access.person(ofSession: session) == nil)
        }
    }

    @Test("Another browser cannot use the code")
    func otherBrowser() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.services.access.startSignIn(email: "p1@example.org", browser: "browser")
            let code = try await code(house)
            await #expect(throws: AccessRefusal.otherBrowser) {
                try await house.services.access.finishSignIn(email: "p1@example.org", code: code, browser: "another")
            }
        }
    }

    @Test("Five wrong tries end a code")
    func fiveTries() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.services.access.startSignIn(email: "p1@example.org", browser: "browser")
            let right = try await code(house)
            let wrong = right == "000000" ? "000001" : "000000"
            for left in [4, 3, 2, 1] {
                await #expect(throws: AccessRefusal.wrongCode(triesLeft: left)) {
                    try await house.services.access.finishSignIn(
                        email: "p1@example.org", code: wrong, browser: "browser")
                }
            }
            for typed in [wrong, right] {
                await #expect(throws: AccessRefusal.tooManyTries) {
                    try await house.services.access.finishSignIn(
                        email: "p1@example.org", code: typed, browser: "browser")
                }
            }
        }
    }

    @Test("An unknown address gets the same answer and no mail")
    func unknown() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.services.access.startSignIn(email: "nobody@example.org", browser: "browser")
            #expect(try await code(house).isEmpty)
            await #expect(throws: AccessRefusal.wrongCode(triesLeft: 4)) {
                try await house.services.access.finishSignIn(
                    email: "nobody@example.org", code: "123456", browser: "browser")
            }
        }
    }

    @Test("Leaving ends the session, the token and the calendar, and gives the places back")
    func leaving() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(capacity: 1)
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let actor = try await week.actor("p1@example.org")
            let token = try await house.services.access.createToken(for: "p1@example.org", by: actor).token
            let calendar = try await house.services.access.createCalendarAddress(by: actor)
            let left = try await house.services.people.leave("p1@example.org", by: week.admin)
            #expect(left.released == 1)
            await #expect(throws: AccessRefusal.unknownToken) { try await house.services.access.person(ofToken: token) }
            #expect(try await house.services.access.person(ofCalendarAddress: calendar) == nil)
            let mine = try await house.services.booking.mine(session.reference, by: week.actor("p2@example.org"))
            #expect(mine.map(\.booking.state) == [.confirmed])
        }
    }
}
