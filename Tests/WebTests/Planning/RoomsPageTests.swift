import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("All rooms with their days")
struct RoomsPageTests {
    @Test("Every room is there, with the days that it is used on, each leading to what is in it")
    func days() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("One", room: "Corbyn Road/Room 1", release: false)
            try await week.session("Two", starts: "2018-01-29 13:00", room: "Corbyn Road/Room 1", release: false)
            try await week.session("Three", starts: "2018-01-31 13:00", room: "Corbyn Road/Room 1")
            let off = try await week.session("Off", starts: "2018-02-01 13:00", room: "Corbyn Road/Room 1")
            _ = try await house.services.programme.cancelSession(off.reference, reason: "Snow", by: week.staff)
            let client = try await RouteClient.officer(house)
            let page = try await client.get("/staff/rooms")
            #expect(
                page.words.contains("Corbyn Road, Room 1 12 No access note Mon 29 Jan: 2 sessions in Corbyn Road"))
            #expect(page.words.contains("Wed 31 Jan: 1 session in Corbyn Road, Room 1"))
            #expect(page.words.contains("Mary Stevens Park, Main Hall 80 No access note Not used"))
            #expect(!page.words.contains("Thu 1 Feb"))
            let link = "/staff/events/week/sessions?day=2018-01-29&amp;room=Corbyn%20Road%2FRoom%201"
            #expect(page.body.contains("href=\"\(link)\""))
            let list = try await client.get(link.replacing("&amp;", with: "&"))
            #expect(list.words.contains("One") && list.words.contains("Two") && !list.words.contains("Three"))
        }
    }
}
