import Domain
import Exchange
import Foundation
import Mail
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Looking after the installation, on the pages")
struct InstallationPagesTests {
    private func with(_ body: (TestHouse, TestWeek, RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("admin@example.org", house)
            try await body(house, week, client)
        }
    }

    private func person(_ email: String, _ week: TestWeek) async throws -> String {
        let person = try #require(try await week.house.services.people.people(email: email, by: week.admin).first)
        return person.publicID.uuidString
    }

    @Test("A token is shown once, works, is listed, and ends when it is ended")
    func tokens() async throws {
        try await with { house, week, client in
            let path = "/admin/people/\(try await person("p1@example.org", week))"
            let page = try await client.get(path)
            let made = try await client.post("\(path)/tokens", from: page)
            let token = try #require(Self.value(of: "token", in: made))
            #expect(try await house.services.access.person(ofToken: token).email == "p1@example.org")
            let again = try await client.post("\(path)/tokens", from: page)
            #expect(Self.value(of: "token", in: again) == nil)
            #expect(again.words.contains("made already"))
            let list = try await client.get("/admin/access")
            #expect(list.words.contains("Person 1 API token"))
            #expect(!list.body.contains(token))
            let number = try #require(
                try await house.services.access.secretsInUse(by: week.admin).first { $0.kind == .token }?.number)
            _ = try await client.post("/admin/tokens/\(number)/revocation", from: list)
            await #expect(throws: AccessRefusal.unknownToken) {
                try await house.services.access.person(ofToken: token)
            }
        }
    }

    private static func value(of id: String, in page: RouteClient.Answer) -> String? {
        guard let start = page.body.firstRange(of: "id=\"\(id)\" class=\"input copy__input\" value=\"") else {
            return nil
        }
        return String(page.body[start.upperBound...].prefix { $0 != "\"" })
    }

    @Test("Somebody's calendar address ends")
    func calendarAddress() async throws {
        try await with { house, week, client in
            let secret = try await house.services.access.createCalendarAddress(
                by: try await week.actor("p1@example.org"))
            let list = try await client.get("/admin/access")
            #expect(list.words.contains("Person 1 Calendar address"))
            _ = try await client.post(
                "/admin/people/\(try await person("p1@example.org", week))/calendar-address/revocation", from: list)
            #expect(try await house.services.access.person(ofCalendarAddress: secret) == nil)
        }
    }

    @Test("A message that failed is shown with why, and is sent again")
    func retries() async throws {
        try await with { house, week, client in
            let session = try await week.session("Voice")
            try await week.book(session, "p1@example.org")
            let worker = MessageWorker(house: house.services.house, renderer: LetterRenderer())
            house.mail.fail(with: [MailError(.permanent, "no such mailbox")])
            try await worker.sendDue()
            #expect(try await client.get("/admin").words.contains("1 message could not be sent"))
            let list = try await client.get("/admin/mail?state=failed")
            #expect(list.words.contains("Place booked"))
            let message = try #require(try await house.services.mail.messages(.failed, by: week.admin).messages.first)
            let page = try await client.get("/admin/mail/\(message.id)")
            _ = try await client.post("/admin/mail/\(message.id)/retry", from: page)
            try await worker.sendDue()
            #expect(house.mail.messages.contains { $0.to.address == "p1@example.org" })
            let sent = try await client.get("/admin/mail/\(message.id)")
            #expect(sent.words.contains("Voice"))
        }
    }

    @Test("A sign-in code is kept nowhere")
    func codes() async throws {
        try await with { house, week, client in
            let code = try #require(house.mail.messages.last { $0.subject == "code" }).text
                .trimmingCharacters(in: .whitespacesAndNewlines)
            let messages = try await house.services.mail.messages(.sent, by: week.admin).messages
            for message in messages.filter({ $0.template == "sign_in_code" }) {
                let page = try await client.get("/admin/mail/\(message.id)")
                #expect(!page.body.contains(code))
                #expect(page.words.contains("sign-in codes never are"))
            }
            #expect(!messages.isEmpty)
        }
    }

    @Test("The checks are all named, and hold")
    func checks() async throws {
        try await with { house, _, client in
            let page = try await client.get("/admin/checks")
            let count = try house.services.check.invariants().count
            #expect(page.words.contains("All \(count) checks hold"))
            #expect(page.words.contains("I01: never oversold"))
        }
    }

    @Test("The audit is searched by who, what, whom and when, and shows what was before and after")
    func audit() async throws {
        try await with { _, week, client in
            let session = try await week.session("Voice")
            _ = try await week.house.services.programme.changeSession(
                session.reference, Self.retitled("Voices"), by: week.staff)
            let found = try await client.get("/admin/audit?who=olive&action=session.&object=\(session.reference)")
            #expect(found.words.contains("session: change"))
            #expect(found.body.contains("<del>Voice</del> <ins>Voices</ins>"))
            #expect(!found.words.contains("person: add"))
            let whom = try await client.get("/admin/audit?object=person+1")
            #expect(whom.words.contains("person: add"))
            #expect(try await client.get("/admin/audit?from=16+January+2018").words.contains("Nothing found"))
            let odd = try await client.get("/admin/audit?from=03/04/2018")
            #expect(odd.status == 422)
            #expect(odd.body.contains("href=\"#from\""))
        }
    }

    private static func retitled(_ title: String) -> SessionChange {
        var change = SessionChange()
        change.title = .set(title)
        return change
    }

    @Test("Long audits come in pages, none twice and none left out")
    func cursor() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house, practitioners: 70)
            var seen: [Int] = []
            var question = AuditQuestion(action: "person.add")
            while true {
                let (entries, next) = try await house.services.audit.search(question, by: week.admin)
                seen += entries.map(\.id)
                guard let next else { break }
                question.before = next
            }
            #expect(seen.count == 74)
            #expect(seen == Set(seen).sorted(by: >))
        }
    }

    @Test("Staff read the audit without what is about accounts")
    func operational() async throws {
        try await with { house, week, _ in
            _ = try await house.services.access.createToken(for: "p1@example.org", by: week.admin)
            let asStaff = try await house.services.audit.search(AuditQuestion(action: "token."), by: week.staff).entries
            let asAdmin = try await house.services.audit.search(AuditQuestion(action: "token."), by: week.admin).entries
            #expect(asStaff.isEmpty)
            #expect(asAdmin.count == 1)
        }
    }
}
