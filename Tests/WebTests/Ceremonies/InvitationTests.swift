import Domain
import Exchange
import HTTPTypes
import Mail
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Invitations to a ceremony, on the pages")
struct InvitationTests {
    /// A house with a ceremony, an officer's browser, and the path of the invitation of a party of three.
    private func with(
        party: Int = 3, _ body: (TestHouse, RouteClient, _ path: String) async throws -> Void
    ) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        insert into ceremony (slug, title, room_id, doors_at, starts_at) select 'gala', 'Staff awards', id,
                        '2018-02-02 17:30+00', '2018-02-02 18:00+00' from room where name = 'Main Hall'
                        """)
            }
            let officer = RouteClient(house)
            try await officer.signIn("officer@example.org", house)
            let new = try await officer.get("/staff/ceremonies/gala/new-guest")
            let added = try await officer.post(
                "/staff/ceremonies/gala/guests", from: new,
                ["name": "Ida <b>Bright</b>", "email": "ida@example.org", "party": String(party)])
            #expect(added.status == 303)
            let list = try await officer.get("/staff/ceremonies/gala/guests")
            #expect(try await officer.post("/staff/ceremonies/gala/invitations", from: list).status == 303)
            try await MessageWorker(house: house.services.house, renderer: LetterRenderer()).sendDue()
            let path = try #require(
                house.mail.messages.last?.text.firstMatch(of: /\/invitations\/[\w-]+/).map { String($0.output) })
            try await body(house, officer, path)
        }
    }

    @Test("A guest answers from the mail without signing in, sees the answer, and changes it at the same address")
    func answers() async throws {
        try await with { house, officer, path async throws in
            let guest = RouteClient(house)
            let form = try await guest.get(path)
            #expect(form.status == 200 && form.words.contains("Friday 2 February 2018, 6pm"))
            #expect(form.body.contains("Ida &lt;b&gt;Bright&lt;/b&gt;") && form.headers[.cacheControl] == "no-store")
            // A browser told to send no referrer sends no origin with the answer either, which would then be refused.
            #expect(form.headers[SecurityHeaders.referrerPolicy] == "same-origin")
            let sent = try await guest.post(
                path, from: form, ["coming": "yes", "people": "2", "vegan": "1", "access-other": "A chair with arms"])
            #expect(sent.status == 303 && sent.location == "\(path)?done=yes")
            let thanked = try await guest.get("\(path)?done=yes")
            #expect(thanked.words.contains("Thank you, we have your answer"))
            #expect(thanked.words.contains("2 people come") && thanked.body.contains("value=\"A chair with arms\""))
            let list = try await officer.get("/staff/ceremonies/gala/guests")
            #expect(list.words.contains("2 of 3 coming") && list.words.contains("A chair with arms"))
            #expect(try await guest.post(path, from: thanked, ["coming": "no"]).status == 303)
            #expect(try await officer.get("/staff/ceremonies/gala/guests").words.contains("Not coming"))
        }
    }

    @Test("Opening the address answers nothing, however often and in whatever way")
    func opening() async throws {
        try await with { house, officer, path async throws in
            for _ in 0..<3 {
                _ = try await RouteClient(house).get(path)
                _ = try await RouteClient(house).get("\(path)?coming=yes&done=yes", method: .head)
            }
            #expect(try await house.services.guests.guests(of: "gala", by: house.operating).first?.coming == nil)
            #expect(try await RouteClient(house).post(path, ["coming": "yes", "people": "1"]).status == 403)
            #expect(try await house.services.guests.guests(of: "gala", by: house.operating).first?.coming == nil)
        }
    }

    @Test("What cannot be taken is named beside its box, and what was typed stays")
    func problems() async throws {
        try await with { house, officer, path async throws in
            let guest = RouteClient(house)
            let form = try await guest.get(path)
            let silent = try await guest.post(path, from: form)
            #expect(silent.status == 422 && silent.words.contains("Say whether you are coming."))
            let wrong = try await guest.post(
                path, from: form,
                ["coming": "yes", "people": "2", "vegan": "3", "halal": "two", "diet-other": "see case 4711"])
            #expect(wrong.status == 422 && wrong.body.contains("<title>Error: "))
            for field in ["vegan", "halal", "diet-other"] {
                #expect(wrong.body.contains("href=\"#\(field)\""), "\(field)")
            }
            #expect(wrong.body.contains("value=\"two\""))
            #expect(try await house.services.guests.guests(of: "gala", by: house.operating).first?.coming == nil)
        }
    }

    @Test("One person ticks what they need, and the calendar file is theirs to take")
    func alone() async throws {
        try await with(party: 1) { house, officer, path async throws in
            let guest = RouteClient(house)
            let form = try await guest.get(path)
            #expect(!form.body.contains("name=\"people\""))
            #expect(try await guest.post(path, from: form, ["coming": "yes", "diet": "vegan"]).status == 303)
            let known = try #require(
                try await house.services.guests.guests(of: "gala", by: house.operating).first)
            #expect(known.coming == 1 && known.needs.people == [.vegan: 1])
            let file = try await guest.get("\(path).ics")
            #expect(file.body.contains("SUMMARY:Staff awards") && file.body.contains("20180202T180000"))
            #expect(!file.body.contains("Ida"))
        }
    }

    @Test("Administrators see the list without what anybody needs, and the file needs a reason")
    func adminSees() async throws {
        try await with { house, officer, path async throws in
            let guest = RouteClient(house)
            let form = try await guest.get(path)
            _ = try await guest.post(path, from: form, ["coming": "yes", "people": "1", "diet-other": "Nothing fried"])
            let admin = RouteClient(house)
            try await admin.signIn("admin@example.org", house)
            let list = try await admin.get("/staff/ceremonies/gala/guests")
            #expect(list.status == 200 && !list.body.contains("Nothing fried") && !list.words.contains("caterer"))
            let none = try await officer.post("/staff/ceremonies/gala/guest-list", from: list)
            #expect(none.status == 403 || none.status == 422)
            let page = try await officer.get("/staff/ceremonies/gala/guests")
            let file = try await officer.post(
                "/staff/ceremonies/gala/guest-list", from: page, ["reason": "The caterer"])
            #expect(file.status == 200 && file.body.contains("Nothing fried"))
        }
    }
}
