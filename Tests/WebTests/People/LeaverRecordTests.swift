import Domain
import Exchange
import Foundation
import HTTPTypes
import Mail
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What a leaver keeps")
struct LeaverRecordTests {
    /// The address in the newest mail to p1.
    private func address(_ house: TestHouse) async throws -> String {
        try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
        let mail = try #require(house.mail.messages.last { $0.subject == "The record of your sessions, to keep" })
        #expect(mail.to.address == "p1@example.org")
        let secret = try #require(mail.text.firstMatch(of: /\/record\/([A-Za-z0-9_-]+)/)?.1)
        return "/record/\(secret)"
    }

    @Test("Their record opens by the address of a mail until thirty days after their day, without an account (need 50)")
    func opens() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session()
            try await week.book(session, "p1@example.org")
            try await house.services.people.setLeaving("p1@example.org", on: day("2018-02-05"), by: week.admin)
            let address = try await address(house)
            for (now, opens) in [("2018-01-16 09:00", true), ("2018-03-06 23:00", true), ("2018-03-07 01:00", false)] {
                let then = try await TestHouse.open(conninfo: house.conninfo, now: now)
                _ = try await then.services.people.leaveDue()
                let visitor = RouteClient(then)
                let page = try await visitor.get(address)
                let file = try await visitor.get("\(address)/sessions.csv")
                #expect(page.status == (opens ? 200 : 404) && file.status == page.status, "\(now)")
                if opens {
                    #expect(page.words.contains(session.title) && file.body.contains(session.reference))
                    #expect(page.headers[SecurityHeaders.referrerPolicy] == "no-referrer")
                }
                await then.database.close()
            }
        }
    }

    @Test("Who stays after all has no such address, and what is kept of the mail is without it")
    func stays() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await house.services.people.setLeaving("p1@example.org", on: day("2018-02-05"), by: week.admin)
            let address = try await address(house)
            let kept = try await house.services.mail.messages(by: week.admin).messages.first
            #expect(kept?.text?.contains(address) != true)
            try await house.services.people.keep("p1@example.org", by: week.admin)
            #expect(try await RouteClient(house).get(address).status == 404)
        }
    }

    @Test("Who leaves at once gets the mail although their account is closed")
    func atOnce() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.people.leave("p1@example.org", by: week.admin)
            #expect(try await RouteClient(house).get(try await address(house)).status == 200)
            #expect(try await RouteClient(house).get("/record/\(String(repeating: "a", count: 43))").status == 404)
        }
    }
}
