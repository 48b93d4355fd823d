import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Offering a session")
struct OfferTests {
    private let typed = [
        "title": "Listening to children under five", "description": "How to listen.\nWhat to write down.",
        "minutes": "90", "size": "20", "dates": "Tuesday morning", "audience": "Everyone new", "equipment": "A screen",
        "name": "Ida Example", "email": "Ida@Example.org", "organisation": "Dudley Group",
    ]

    /// A house with a week, an officer's browser and an invitation's path.
    private func with(_ body: (TestHouse, RouteClient, _ path: String) async throws -> Void) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let officer = try await RouteClient.officer(house)
            let page = try await officer.get("/staff/events/week/offers")
            let made = try await officer.post(
                "/staff/events/week/offers/invitation", from: page, ["closes": "20 January 2018"])
            let path = try #require(made.body.firstMatch(of: /\/offer\/[\w-]+/).map { String($0.output) })
            try await body(house, officer, path)
        }
    }

    @Test("Somebody without an account offers one, staff read it and take it into the draft without a time")
    func offers() async throws {
        try await with { house, officer, path async throws in
            let friend = RouteClient(house)
            let form = try await friend.get(path)
            #expect(form.status == 200 && form.words.contains("until 20 January 2018"))
            let sent = try await friend.post(path, from: form, typed)
            #expect(sent.status == 303 && sent.location == "\(path)/sent")
            #expect(try await friend.get("\(path)/sent").words.contains("Thank you for your offer"))
            let list = try await officer.get("/staff/events/week/offers")
            for words in [
                "Listening to children under five", "Ida Example, Dudley Group", "ida@example.org", "A screen",
            ] {
                #expect(list.words.contains(words))
            }
            let accept = try #require(
                list.body.firstMatch(of: /\/staff\/offers\/[^"\/]+\/acceptance/).map { String($0.output) })
            let taken = try await officer.post(accept, from: list)
            let reference = try #require(taken.location?.split(separator: "/").last?.split(separator: "?").first)
            let draft = try await house.services.programme.draft(String(reference), by: house.operating)
            #expect(draft.title == "Listening to children under five" && draft.startsAt == nil)
            #expect(draft.capacity == 20 && draft.draft?.minutes == 90)
            #expect(try await officer.get("/staff/events/week/offers").words.contains("In the draft"))
        }
    }

    @Test("The same form twice is one offer")
    func once() async throws {
        try await with { house, officer, path async throws in
            let friend = RouteClient(house)
            let form = try await friend.get(path)
            for _ in 0..<2 { #expect(try await friend.post(path, from: form, typed).status == 303) }
            #expect(try await house.services.proposals.proposals(for: "week", by: house.operating).count == 1)
        }
    }

    @Test("Everything that is wrong is named at once, and what was typed stays")
    func problems() async throws {
        try await with { house, officer, path async throws in
            let friend = RouteClient(house)
            let form = try await friend.get(path)
            var wrong = typed
            wrong["title"] = " "
            wrong["minutes"] = "an hour"
            wrong["email"] = "ida"
            wrong["description"] = "About case 4711"
            let answer = try await friend.post(path, from: form, wrong)
            #expect(answer.status == 422 && answer.body.contains("<title>Error: "))
            for field in ["title", "minutes", "email", "description"] {
                #expect(answer.body.contains("href=\"#\(field)\""), "\(field)")
            }
            #expect(answer.body.contains("value=\"an hour\"") && answer.body.contains("Tuesday morning"))
            #expect(try await house.services.proposals.proposals(for: "week", by: house.operating).isEmpty)
        }
    }

    @Test("An address that was ended, replaced or is past its day is over, like one that never was")
    func over() async throws {
        try await with { house, officer, path async throws in
            let friend = RouteClient(house)
            let page = try await officer.get("/staff/events/week/offers")
            _ = try await officer.post("/staff/events/week/offers/invitation", from: page, ["closes": "2018-01-15"])
            let replaced = try await friend.get(path)
            #expect(replaced.status == 404)
            #expect(try await friend.get("/offer/never").body == replaced.body)
            let late = try await house.services.proposals.invite(
                to: "week", closingOn: day("2018-01-14"), today: day("2018-01-14"), by: house.operating)
            #expect(try await friend.get("/offer/\(late)").status == 404)
        }
    }

    @Test("A closing day in the past is refused beside its box")
    func closing() async throws {
        try await with { house, officer, _ async throws in
            let page = try await officer.get("/staff/events/week/offers")
            let answer = try await officer.post(
                "/staff/events/week/offers/invitation", from: page, ["closes": "1 January 2018"])
            #expect(answer.status == 422 && answer.words.contains("1 January 2018 is over"))
        }
    }

    @Test("Declining takes a reason, and an offer is decided once")
    func declines() async throws {
        try await with { house, officer, path async throws in
            let friend = RouteClient(house)
            _ = try await friend.post(path, from: try await friend.get(path), typed)
            let offer = try #require(
                try await house.services.proposals.proposals(for: "week", by: house.operating).first)
            let decline = "/staff/offers/\(offer.id)/decline"
            let list = try await officer.get("/staff/events/week/offers")
            #expect(try await officer.post(decline, from: list, ["reason-\(offer.id)": " "]).status == 422)
            let again = try await officer.get("/staff/events/week/offers")
            let done = try await officer.post(decline, from: again, ["reason-\(offer.id)": "No room is free"])
            #expect(done.location == "/staff/events/week/offers?done=declined")
            await #expect(throws: ProposalRefusal.decidedAlready) {
                try await house.services.proposals.accept(offer.id, by: house.operating)
            }
            #expect(try await house.services.programme.drafts(event: "week", by: house.operating).isEmpty)
        }
    }
}
