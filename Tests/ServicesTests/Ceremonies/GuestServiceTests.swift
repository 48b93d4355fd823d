import Domain
import Exchange
import Foundation
import Mail
import Services
import TestSupport
import Testing

@Suite("Guests of a ceremony")
struct GuestServiceTests {
    private func with(_ body: (TestGala) async throws -> Void) async throws {
        try await TestHouse.with { house in try await body(try await TestGala.make(in: house)) }
    }

    @Test("The address of somebody known is that person, and nobody is on the list twice")
    func adds() async throws {
        try await with { gala async throws in
            let person = try await gala.add("P1@example.org", party: 2)
            #expect(person.kind == .person && person.name == "Person 1" && person.party == 2)
            let named = try await gala.add("Ida Bright", email: "ida@example.org")
            #expect(named.kind == .named && named.email == "ida@example.org")
            _ = try await gala.add("Una Sung")
            for (name, email) in [
                ("Anybody", "p1@example.org"), ("Another", "IDA@example.org"), ("UNA sung", nil as String?),
            ] {
                await #expect(throws: GuestRefusal.isGuestAlready) { try await gala.add(name, email: email) }
            }
            // As many others may have the same name.
            _ = try await gala.add("Una Sung", party: 2)
            #expect(try await gala.guests.guests(of: "gala", by: gala.staff).count == 4)
        }
    }

    @Test("Those who do not schedule neither see nor change the list")
    func rights() async throws {
        try await with { gala async throws in
            let other = try await gala.week.actor("p1@example.org")
            await #expect(throws: AccessRefusal.self) { try await gala.guests.guests(of: "gala", by: other) }
            await #expect(throws: AccessRefusal.self) {
                try await gala.guests.add(try NewGuest(name: "Ida"), to: "gala", by: other)
            }
            await #expect(throws: AccessRefusal.self) { try await gala.guests.invite(to: "gala", by: other) }
        }
    }

    @Test("Staff read what guests need, administrators as such do not")
    func needs() async throws {
        try await with { gala async throws in
            _ = try await gala.add("Ida", needs: GuestNeeds(people: [.vegan: 1], diet: "nothing fried"))
            let seen = try await gala.guests.guests(of: "gala", by: gala.staff)
            #expect(seen.first?.needs.dietWords == "vegan; nothing fried")
            let admin = try await gala.guests.guests(of: "gala", by: gala.week.admin)
            #expect(admin.count == 1 && admin.first?.needs.isEmpty == true)
        }
    }

    @Test("An invitation goes once to everybody with an address, and its secret is kept as a hash")
    func invites() async throws {
        try await with { gala async throws in
            _ = try await gala.add("Ida Bright", email: "ida@example.org", party: 2)
            _ = try await gala.add("p1@example.org")
            _ = try await gala.add("Una Sung")
            #expect(try await gala.guests.invite(to: "gala", by: gala.staff) == 2)
            #expect(try await gala.guests.invite(to: "gala", by: gala.staff) == 0)
            let secrets = try await gala.post()
            #expect(Set(secrets).count == 2 && secrets.allSatisfy { $0.utf8.count >= 43 })
            let mail = try #require(gala.house.mail.messages.first { $0.to.address == "ida@example.org" })
            #expect(mail.subject == "You are invited: Staff awards")
            #expect(mail.text.contains("Friday 2 February 2018, 6pm") && mail.text.contains("2 people in all"))
            let kept = try await gala.house.services.mail.messages(by: gala.week.admin).messages
            for message in kept {
                let whole = try await gala.house.services.mail.message(message.id, by: gala.week.admin)
                for secret in secrets { #expect(whole.text?.contains(secret) == false) }
            }
            let opened = try await gala.guests.invitation(try #require(secrets.first))
            #expect(opened.ceremony.title == "Staff awards" && opened.guest.coming == nil)
            await #expect(throws: AccessRefusal.notFound("invitation")) {
                try await gala.guests.invitation(String(repeating: "A", count: 43))
            }
        }
    }

    @Test("A guest answers, changes the answer, and needs nothing once they stay away")
    func replies() async throws {
        try await with { gala async throws in
            _ = try await gala.add("Ida Bright", email: "ida@example.org", party: 3)
            _ = try await gala.guests.invite(to: "gala", by: gala.staff)
            let secret = try #require(try await gala.post().first)
            let visitor = Actor(.visitor, channel: .web)
            try await gala.guests.reply(
                GuestReply(coming: 2, needs: GuestNeeds(people: [.halal: 2])), at: secret, by: visitor)
            var guest = try #require(try await gala.guests.guests(of: "gala", by: gala.staff).first)
            #expect(guest.coming == 2 && guest.needs.people == [.halal: 2] && guest.standing == .coming)
            await #expect(throws: GuestRefusal.comingOutOfRange(3)) {
                try await gala.guests.reply(GuestReply(coming: 4, needs: GuestNeeds()), at: secret, by: visitor)
            }
            try await gala.guests.reply(
                GuestReply(coming: 0, needs: GuestNeeds(people: [.halal: 1])), at: secret, by: visitor)
            guest = try #require(try await gala.guests.guests(of: "gala", by: gala.staff).first)
            #expect(guest.coming == 0 && guest.needs.isEmpty && guest.standing == .declined)
            // Another mail, another address; the first one still holds.
            try await gala.guests.inviteAgain(guest.id, by: gala.staff)
            let second = try #require(try await gala.post().first)
            #expect(second != secret)
            let (one, other) = (
                try await gala.guests.invitation(secret), try await gala.guests.invitation(second)
            )
            #expect(one == other)
            try await gala.guests.remove(guest.id, by: gala.staff)
            await #expect(throws: AccessRefusal.notFound("invitation")) { try await gala.guests.invitation(secret) }
        }
    }

    @Test("Once the ceremony has begun a reply is too late, and nothing of it is kept")
    func late() async throws {
        try await with { gala async throws in
            _ = try await gala.add("Ida Bright", email: "ida@example.org")
            _ = try await gala.guests.invite(to: "gala", by: gala.staff)
            let secret = try #require(try await gala.post().first)
            try await gala.house.beside(now: "2018-02-02 18:00") { evening async throws in
                await #expect(throws: GuestRefusal.repliesOver) {
                    try await evening.services.guests.reply(
                        GuestReply(coming: 1, needs: GuestNeeds()), at: secret, by: Actor(.visitor, channel: .web))
                }
                #expect(try await evening.services.guests.invitation(secret).ceremony.hasBegun)
            }
            #expect(try await gala.guests.guests(of: "gala", by: gala.staff).first?.coming == nil)
        }
    }

    @Test(
        "Four days before, those who come and those who are silent are reminded once; a week after, needs are deleted")
    func reminds() async throws {
        try await with { gala async throws in
            for name in ["come", "silent", "away"] { _ = try await gala.add(name, email: "\(name)@example.org") }
            _ = try await gala.guests.invite(to: "gala", by: gala.staff)
            _ = try await gala.post()
            for guest in try await gala.guests.guests(of: "gala", by: gala.staff) where guest.name != "silent" {
                try await gala.guests.answer(guest.id, coming: guest.name == "come" ? 1 : 0, by: gala.staff)
            }
            let kept = try await gala.guests.guests(of: "gala", search: "come", by: gala.staff)
            let guest = try #require(kept.first)
            _ = try await gala.guests.change(
                guest.id,
                to: try NewGuest(
                    name: "come", email: "come@example.org", needs: GuestNeeds(people: [.nutAllergy: 1])),
                by: gala.staff)
            try await gala.house.beside(now: "2018-01-30 09:00") { near async throws in
                let worker = MessageWorker(house: near.services.house, renderer: LetterRenderer())
                try await worker.work(on: [.guests])
                try await worker.work(on: [.guests, .mail])
                #expect(
                    near.mail.messages.map(\.to.address).sorted() == ["come@example.org", "silent@example.org"])
                #expect(near.mail.messages.allSatisfy { $0.subject == "Soon: Staff awards" })
                #expect(
                    try await near.services.guests.guests(of: "gala", search: "come", by: gala.staff).first?.needs
                        .isEmpty == false)
            }
            try await gala.house.beside(now: "2018-02-09 19:00") { after async throws in
                try await MessageWorker(house: after.services.house, renderer: LetterRenderer()).work(on: [.guests])
                #expect(
                    try await after.services.guests.guests(of: "gala", search: "come", by: gala.staff).first?.needs
                        .isEmpty == true)
                let run = try await after.services.jobs.runs(by: gala.week.admin).first { $0.job == .guests }
                #expect(run?.outcome == "what 1 guest needed deleted")
            }
        }
    }

    @Test("A young person's whole name is on no list, whatever stands around it; they are added by their nomination")
    func young() async throws {
        try await TestHouse.with { house in
            let gala = try await TestGala.make(in: house)
            let awards = house.services.awards
            _ = try await awards.addScheme(
                NewScheme(
                    slug: "young", title: "Young", kind: .celebrated, opensAt: try moment("2018-01-01 00:00"),
                    closesAt: try moment("2018-02-01 00:00")), by: gala.staff)
            _ = try await awards.addCategory(
                NewCategory(slug: "horizon", title: "Horizon", nomineeKind: .youngPerson), to: "young", by: gala.staff)
            _ = try await awards.publish("young", by: gala.staff)
            let made = try await awards.nominate(
                NewNomination(
                    category: AwardPath(scheme: "young", part: "horizon"), nominator: "p6@example.org",
                    nominee: .youngPerson(legalName: "Zebedee Quill"), statement: "Always there."), by: gala.staff)
            let accepted = try await awards.accept(made.id, by: gala.staff)
            let path = try AwardPath(candidate: accepted.candidate ?? "")
            for name in ["Zebedee Quill", "quill, ZEBEDEE", "Aunt of Zebedee Quill"] {
                await #expect(throws: GuestRefusal.namesYoungPerson) { try await gala.add(name) }
            }
            // A word of it alone is many people's.
            _ = try await gala.add("Mrs Quill")
            let guest = try await gala.guests.addYoungPerson(path, party: 2, to: "gala", by: gala.staff)
            #expect(guest.kind == .young && guest.name.hasPrefix("Nominee ") && guest.email == nil)
            await #expect(throws: GuestRefusal.isGuestAlready) {
                try await gala.guests.addYoungPerson(path, to: "gala", by: gala.staff)
            }
        }
    }
}
