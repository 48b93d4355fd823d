import Domain
import Foundation
import Postgres
import Services
import Store
import TestSupport
import Testing

@Suite("The thank-you wall")
struct ThankYouTests {
    private func with(_ body: (TestHouse, TestWeek, ThankYouService) async throws -> Void) async throws {
        try await TestHouse.with { house in
            try await body(house, try await TestWeek.make(in: house), house.services.thankYou)
        }
    }

    private func new(
        _ words: String = "You stayed late for all of us.", to: ShoutOut.Recipient = .everyone
    ) throws -> NewShoutOut {
        try NewShoutOut(to: to, words: words)
    }

    @Test("What somebody writes is theirs and the staff's alone until another of the staff puts it on the wall")
    func moderated() async throws {
        try await with { house, week, wall async throws in
            let writer = try await week.actor("p1@example.org")
            let other = try await week.actor("p2@example.org")
            let id = try await wall.write(new(to: .team("MASH Assessment")), by: writer)
            #expect(try await wall.wall(by: other).shoutOuts.isEmpty)
            #expect(try await wall.own(by: writer).map(\.state) == [.waiting])
            #expect(try await wall.own(by: other).isEmpty)
            await #expect(throws: AccessRefusal.self) { try await wall.queue(by: other) }
            await #expect(throws: AccessRefusal.self) { try await wall.approve(id, by: other) }
            #expect(try await wall.queue(by: week.staff).map(\.id) == [id])
            try await wall.approve(id, by: week.staff)
            let seen = try #require(try await wall.wall(by: other).shoutOuts.first)
            #expect(seen.to == .team("MASH Assessment") && seen.writtenBy == "Person 1" && !seen.isOwn)
            #expect(try await wall.wall(to: "mash", by: other).total == 1)
            #expect(try await wall.wall(to: "early", by: other).total == 0)
        }
    }

    @Test("Nobody decides about their own, and nothing is decided twice")
    func own() async throws {
        try await with { house, week, wall async throws in
            let id = try await wall.write(new(), by: week.staff)
            await #expect(throws: ThankYouRefusal.ownShoutOut) { try await wall.approve(id, by: week.staff) }
            await #expect(throws: ThankYouRefusal.ownShoutOut) {
                try await wall.decline(id, reason: "No", by: week.staff)
            }
            await #expect(throws: ThankYouRefusal.reasonMissing) {
                try await wall.decline(id, reason: " ", by: week.admin)
            }
            try await wall.approve(id, by: week.admin)
            await #expect(throws: ThankYouRefusal.decidedAlready) { try await wall.approve(id, by: week.admin) }
        }
    }

    @Test("A declined one tells its writer why; one on the wall can be taken down, and taken back by its writer")
    func declined() async throws {
        try await with { house, week, wall async throws in
            let writer = try await week.actor("p1@example.org")
            let first = try await wall.write(new(), by: writer)
            try await wall.decline(first, reason: "Please say it without the family", by: week.staff)
            #expect(try await wall.own(by: writer).first?.declineReason == "Please say it without the family")
            let second = try await wall.write(new(), by: writer)
            try await wall.approve(second, by: week.staff)
            try await wall.decline(second, reason: "Somebody asked us to", by: week.staff)
            let third = try await wall.write(new(), by: writer)
            try await wall.approve(third, by: week.staff)
            await #expect(throws: AccessRefusal.notFound("thank-you")) {
                try await wall.withdraw(third, by: week.staff)
            }
            try await wall.withdraw(third, by: writer)
            #expect(try await wall.wall(by: writer).total == 0)
            await #expect(throws: ThankYouRefusal.decidedAlready) { try await wall.withdraw(third, by: writer) }
        }
    }

    @Test(
        "A word of a protected name, a case number and one's own name are refused; who shares a colleague's name is not named"
    )
    func names() async throws {
        try await with { house, week, wall async throws in
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into scheme (slug, title, kind, opens_at, closes_at)
                        values ('young', 'Young', 'celebrated', '2018-01-01', '2018-02-01');
                        with n as (insert into nominee (scheme_id, pseudonym) select id, 'Nominee 7Q4' from scheme returning id)
                        insert into young_person_name select id, 'Zebedee Will Quill' from n
                        """)
            }
            let writer = try await week.actor("p1@example.org")
            for words in ["Well done, Zebedee!", "For what you did for the QUILL family", "Will was so glad"] {
                await #expect(throws: ThankYouRefusal.mayNameYoungPerson) {
                    try await wall.write(new(words), by: writer)
                }
            }
            await #expect(throws: ThankYouRefusal.mayNameYoungPerson) {
                try await wall.write(new(to: .person("Zebedee")), by: writer)
            }
            // A common word that is a name besides counts as one with its capital alone.
            _ = try await wall.write(new("This will stay with us."), by: writer)
            await #expect(throws: ThankYouRefusal.self) { try await wall.write(new("As in case 4711"), by: writer) }
            await #expect(throws: ThankYouRefusal.self) {
                try await wall.write(new("Of 943 476 5919, thank you"), by: writer)
            }
            await #expect(throws: ThankYouRefusal.toYourself) {
                try await wall.write(new(to: .person("person 1")), by: writer)
            }
            #expect(try await wall.own(by: writer).count == 1)
            try await wall.noteRefusal(by: writer)
            let noted = try await house.services.audit.tail(last: 5, by: week.admin)
            #expect(noted.contains { $0.action == "thanks.refused" })
        }
    }

    @Test("Twenty of one writer wait at most")
    func many() async throws {
        try await with { house, week, wall async throws in
            let writer = try await week.actor("p1@example.org")
            for _ in 0..<20 { _ = try await wall.write(new(), by: writer) }
            await #expect(throws: ThankYouRefusal.manyWait) { try await wall.write(new(), by: writer) }
        }
    }
}
