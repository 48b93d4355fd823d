import Domain
import Exchange
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What the centre knows about one, whole")
struct OwnDataTests {
    @Test(
        "Posts, roles from when to when, sessions led, needs and the files that went out are all there; secrets are not"
    )
    func whole() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let services = house.services
            try await week.session("Family safeguarding", facilitators: ["p1@example.org"])
            let person = try #require(try await services.people.people(email: "p1@example.org", by: week.admin).first)
            _ = try await services.roles.grant(
                .manager, to: person, from: day("2018-02-01"), until: day("2018-03-31"), by: week.admin)
            _ = try await services.posts.add(
                "Principal social worker", holder: "p1@example.org", from: day("2018-01-02"), by: week.admin)
            let one = try await week.actor("p1@example.org")
            try await services.needs.tell(Needs(needs: [.hearingLoop]), by: one)
            let address = try await services.access.createCalendarAddress(by: one)
            for kind in [CSVKind.people, .bookings, .sessions] {
                _ = try await CSVExport(services: services).download(
                    kind, event: nil, because: "Door lists", by: week.staff)
            }
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let page = try await client.get("/me/data")
            #expect(page.status == 200)
            #expect(page.words.contains("Manager 1 February 2018 31 March 2018"))
            #expect(page.words.contains("Principal social worker 2 January 2018 Until it is handed on"))
            #expect(page.words.contains("Family safeguarding 29 January 2018, 9:30am Scheduled"))
            #expect(page.words.contains("A hearing loop"))
            #expect(page.words.contains("A list of people"))
            #expect(page.words.contains("A list of sessions"))
            #expect(!page.words.contains("A list of bookings"))
            #expect(!page.body.contains("Door lists"))
            #expect(!page.body.contains(address))
        }
    }

    @Test("Whoever is to leave is told the day, and takes the sessions they booked and led with them as a file")
    func leaver() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let booked = try await week.session("=Booked", minutes: 90)
            let led = try await week.session("Led", starts: "2018-01-30 10:00", facilitators: ["p1@example.org"])
            try await week.book(booked, "p1@example.org")
            try await week.book(booked, "p2@example.org")
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            #expect(try await client.get("/me").words.contains("You leave on") == false)
            try await house.services.people.setLeaving("p1@example.org", on: day("2018-03-01"), by: week.admin)
            let page = try await client.get("/me")
            #expect(page.words.contains("You leave on 1 March 2018") && page.body.contains("href=\"/me/sessions.csv\""))
            #expect(try await client.get("/me/data").words.contains("Leaves on 1 March 2018"))
            let file = try await client.get("/me/sessions.csv")
            #expect(file.headers[.contentDisposition] == "attachment; filename=\"my-sessions.csv\"")
            let lines = file.body.split(separator: "\r\n").map(String.init)
            #expect(
                lines.count == 3
                    && lines.first?.hasSuffix("starts_at,ends_at,minutes,session,title,part,state,booked_at") == true)
            #expect(
                lines.dropFirst().first
                    == "2018-01-29 09:30,2018-01-29 11:00,90,\(booked.reference),'=Booked,place,confirmed,2018-01-15 09:00"
            )
            #expect(lines.last == "2018-01-30 10:00,2018-01-30 11:00,60,\(led.reference),Led,led,scheduled,")
        }
    }
}
