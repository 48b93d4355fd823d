import Domain
import Foundation
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Nominating in the browser")
struct NominatingPagesTests {
    private func browser(_ email: String, _ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    private static let form = "/nominate/stars?award=heart"
    private static let fields = ["award": "heart", "nominee": "p2@example.org", "statement": "Always there."]

    private func fields(_ changes: [String: String]) -> [String: String] { Self.fields.merging(changes) { $1 } }

    @Test("A draft is kept, gone on with, handed in and taken back by its own page, and is nobody else's to see")
    func draft() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            let saved = try await mine.post(
                "/nominate/stars", from: mine.get(Self.form), fields(["statement": "", "do": "save"]))
            let address = try #require(saved.location).replacing("?done=draft", with: "")
            #expect(try await mine.get(address).words.contains("Your draft is kept"))
            #expect(try await stars.awards.nominations(of: "stars", by: stars.week.staff).isEmpty)
            #expect(try await browser("p3@example.org", house).get("\(address)/change").status == 404)
            let page = try await mine.get("\(address)/change")
            let empty = try await mine.post("\(address)/change", from: page, ["statement": " ", "do": "send"])
            #expect(empty.status == 422 && empty.body.contains("<title>Error: "))
            let sent = try await mine.post(
                "\(address)/change", from: mine.get("\(address)/change"), ["statement": "Kind to all.", "do": "send"])
            #expect(sent.location == address)
            #expect(try await mine.get("/nominations").words.contains("Handed in"))
            #expect(
                try await stars.awards.nominations(of: "stars", by: stars.week.staff).map(\.statement) == [
                    "Kind to all."
                ])
            let back = try await mine.post("\(address)/withdrawal", from: mine.get(address))
            #expect(back.location == "/nominations?done=withdrawn")
            #expect(try await mine.get(address).words.contains("This nomination was taken back"))
        }
    }

    @Test("A form that comes after the close is kept as a draft and said so, also when it is sent twice")
    func late() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            let page = try await mine.get(Self.form)
            try await house.asOwner { owner in
                try await owner.execute(unsafe: "update app.scheme set nominations_closed_at = app.app_now()")
            }
            let sent = try await mine.post("/nominate/stars", from: page, Self.fields)
            let address = try #require(sent.location)
            #expect(address.hasSuffix("?done=late"))
            #expect(try await mine.get(address).words.contains("kept as a draft and not handed in"))
            #expect(try await mine.post("/nominate/stars", from: page, Self.fields).status == 303)
            let own = try await stars.awards.ownNominations(by: stars.week.actor("p1@example.org"))
            #expect(own.map(\.state) == [.draft])
            #expect(own.map(\.statement) == ["Always there."])
        }
    }

    @Test(
        "Case and NHS numbers are refused beside the box, and every word stays",
        arguments: ["Great on case 4711", "See 943 476 5919"])
    func caseData(_ statement: String) async throws {
        try await TestHouse.with { house in
            _ = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            for act in ["send", "save"] {
                let answer = try await mine.post(
                    "/nominate/stars", from: mine.get(Self.form), fields(["statement": statement, "do": act]))
                #expect(answer.status == 422)
                #expect(answer.body.contains("id=\"statement-error\"") && answer.body.contains(statement))
            }
        }
    }

    @Test("A judge of the award cannot nominate for it, and a judge cannot be nominated for it; nothing else is told")
    func judges() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            try await stars.panel("p5@example.org")
            let judge = try await browser("p5@example.org", house)
            let own = try await judge.post("/nominate/stars", from: judge.get(Self.form), Self.fields)
            #expect(own.status == 409 && own.words.contains("You judge this award"))
            let mine = try await browser("p1@example.org", house)
            let other = try await mine.post(
                "/nominate/stars", from: mine.get(Self.form), fields(["nominee": "p5@example.org"]))
            #expect(other.status == 409 && other.words.contains("This nomination cannot be taken"))
            #expect(!other.words.contains("judge this"))
        }
    }

    @Test("A partner without an account gets a code, nominates, and books nothing")
    func guest() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let session = try await stars.week.session()
            let guest = RouteClient(house)
            let page = try await guest.get("/nominate/stars/guest")
            let nameless = try await guest.post(
                "/nominate/stars/guest", from: page, ["name": "", "email": "aunt@example.org"])
            #expect(nameless.status == 422 && nameless.body.contains("aunt@example.org"))
            let asked = try await guest.post(
                "/nominate/stars/guest", from: page, ["name": "An Aunt", "email": "aunt@example.org"])
            #expect(asked.location == "/sign-in/code")
            // Nobody is anybody here before they type the code: the address may be another's.
            func known() async throws -> Int {
                try await house.services.people.people(email: "aunt@example.org", by: stars.week.staff).count
            }
            #expect(try await known() == 0)
            let code = try await Post.code(house)
            let asks = try await guest.get("/sign-in/code")
            #expect(asks.words.contains("We have sent a six-digit code to aunt@example.org"))
            #expect(asks.body.contains("href=\"/nominate/stars/guest\""))
            let wrong = try await guest.post("/sign-in/code", from: page, ["code": "no"])
            #expect(wrong.status != 303)
            #expect(try await known() == 0)
            let signedIn = try await guest.post("/sign-in/code", from: page, ["code": code])
            #expect(try await known() == 1)
            #expect(signedIn.location == "/nominate/stars?as=guest")
            let sent = try await guest.post("/nominate/stars", from: guest.get(Self.form), Self.fields)
            #expect(sent.status == 303)
            #expect(try await guest.get(sent.location ?? "").words.contains("Thank you for your nomination"))
            let booked = try await guest.post(
                "/sessions/\(session.reference)/bookings", from: guest.get("/sessions/\(session.reference)"))
            #expect(booked.status != 303)
            #expect(booked.words.contains("You can read the programme. Places are for staff and partners"))
            for path in ["/thank-you", "/thank-you/new"] {
                let answer = try await guest.get(path)
                #expect(answer.status == 403)
            }
            #expect(try await guest.get("/staff/protection").status == 403)
        }
    }

    @Test("The code page of somebody who is known already reads the same, and changes nothing about them")
    func known() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let guest = RouteClient(house)
            let page = try await guest.get("/nominate/stars/guest")
            let asked = try await guest.post(
                "/nominate/stars/guest", from: page, ["name": "Somebody Else", "email": "p1@example.org"])
            #expect(asked.location == "/sign-in/code")
            let person = try await house.services.people.people(email: "p1@example.org", by: stars.week.staff).first
            #expect(person?.name == "Person 1" && person?.roles == [.practitioner])
        }
    }

    @Test("Plain words stay plain when the form is refused")
    func plain() async throws {
        try await TestHouse.with { house in
            _ = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            let page = try await mine.get("\(Self.form)&plain=yes")
            #expect(page.words.contains("Who should win Heart?"))
            let answer = try await mine.post(
                "/nominate/stars", from: page, fields(["statement": "", "plain": "yes"]))
            #expect(answer.status == 422 && answer.words.contains("Who should win Heart?"))
        }
    }

    @Test(
        "What is typed keeps itself: one draft from the first pause on, with the words and the nominee of the last one")
    func keeps() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            let page = try await mine.get(Self.form)
            #expect(page.body.contains("data-keep"))
            func keep(_ path: String, _ changes: [String: String]) async throws -> RouteClient.Answer {
                try await mine.post(path, from: page, fields(changes.merging(["do": "keep"]) { $1 }))
            }
            let early = try await keep("/nominate/stars", ["statement": ""])
            #expect(early.status == 422 && early.body.hasPrefix("Not saved yet."))
            #expect(try await keep("/nominate/stars", ["nominee": "p2@exa"]).status == 422)
            let first = try await keep("/nominate/stars", ["statement": "Always"])
            // The answer was lost, so the form says the same again, with more in it.
            let second = try await keep("/nominate/stars", ["statement": "Always there"])
            let place = try #require(first.location)
            #expect(first.status == 201 && second.location == place)
            #expect(try await keep(place, ["statement": "Always there.", "nominee": "p3@example.org"]).status == 200)
            let wrong = try await keep(place, ["statement": "Always there for us.", "nominee": "p99@example.org"])
            #expect(wrong.status == 422 && wrong.body.contains("What you wrote is saved, and not yet for whom"))
            let own = try await stars.awards.ownNominations(by: stars.week.actor("p1@example.org"))
            #expect(own.map(\.statement) == ["Always there for us."])
            #expect(own.map(\.nominee) == ["p3@example.org"])
            #expect(own.map(\.state) == [.draft])
            #expect(try await mine.get(Self.form).words.contains("go on writing about Person 3"))
            #expect(try await mine.get(place).body.contains("value=\"p3@example.org\""))
            let sent = try await mine.post(place, from: page, fields(["nominee": "p3@example.org", "do": "send"]))
            #expect(sent.location == place.replacing("/change", with: ""))
            // What is late by then does not take it back.
            #expect(try await keep(place, ["statement": "Al"]).status == 409)
            #expect(
                try await stars.awards.nominations(of: "stars", by: stars.week.staff).map(\.statement) == [
                    "Always there."
                ])
        }
    }

    @Test("What keeps itself writes over no draft of before, and is nobody else's to write")
    func keepsApart() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            _ = try await mine.post(
                "/nominate/stars", from: mine.get(Self.form), fields(["statement": "The long one.", "do": "save"]))
            let again = try await mine.post(
                "/nominate/stars", from: mine.get(Self.form), fields(["statement": "Short", "do": "keep"]))
            #expect(again.status == 422 && again.body.contains("You nominated them for this award already"))
            let own = try await stars.awards.ownNominations(by: stars.week.actor("p1@example.org"))
            #expect(own.map(\.statement) == ["The long one."])
            let other = try await browser("p3@example.org", house)
            let theirs = try await other.post(
                "/nominations/\(own[0].id.uuidString.lowercased())/change", from: other.get(Self.form),
                ["statement": "Mine now", "do": "keep"])
            #expect(theirs.status == 404)
        }
    }

    @Test("A young person's name that keeps itself is the last one typed, is one, and is shown to nobody")
    func keepsYoung() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let mine = try await browser("p1@example.org", house)
            let page = try await mine.get("/nominate/stars?award=young")
            var place = "/nominate/stars"
            for name in ["Zeb", "Zebedee Canaryquill"] {
                let kept = try await mine.post(
                    place, from: page, ["award": "young", "nominee": name, "statement": "Kind", "do": "keep"])
                place = kept.location ?? place
            }
            #expect(
                try await house.holds(
                    "(select array_agg(legal_name) from app.young_person_name) = array['Zebedee Canaryquill']"))
            let form = try await mine.get(place)
            #expect(!form.body.contains("Zeb") && form.words.contains("We have it, and do not show it again"))
            let sent = try await mine.post(place, from: form, ["nominee": "", "statement": "Kind", "do": "send"])
            #expect(sent.status == 303)
            #expect(
                try await stars.awards.nominations(of: "stars", by: stars.week.staff).map(\.state) == [.submitted])
            #expect(try await house.holds("(select count(*) from app.young_person_name) = 1"))
        }
    }
}
