import Domain
import HTTPTypes
import NIOCore
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Places left, live")
struct LivePlacesTests {
    @Test("They are told by reference, in the words of the page, for released sessions alone")
    func json() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Released", capacity: 1)
            let draft = try await week.session("Secret", starts: "2018-01-30 10:00", release: false)
            let client = RouteClient(house)
            let before = try await client.get("/events/week/places")
            #expect(before.body == "{\"\(session.reference)\":[\"1 place left\",\"few\"]}")
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            let after = try await client.get("/events/week/places")
            #expect(after.body == "{\"\(session.reference)\":[\"Full, 1 waiting\",\"full\"]}")
            #expect(!after.body.contains(draft.reference))
            #expect(before.headers[.eTag] != after.headers[.eTag])
        }
    }

    @Test("A stream begins with all of them")
    func first() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session("Released", capacity: 1)
            let answer = try await RouteClient(house).get("/events/week/places/live")
            #expect(answer.headers[.contentType] == "text/event-stream")
            #expect(answer.headers[.cacheControl] == "no-store")
            #expect(
                answer.body == "retry: 5000\ndata: {\"\(session.reference)\":[\"1 place left\",\"few\"]}\n\n")
        }
    }

    @Test("Listeners hear what changes, and only that, until the telling ends")
    func changes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Released", capacity: 3, release: false)
            try await week.session("Other", starts: "2018-01-30 10:00")
            let hub = LivePlaces()
            let telling = Task { await hub.run(house.services) }
            while hub.join("week").number < 0 { try await Task.sleep(for: .milliseconds(5)) }
            let (_, messages) = hub.join("week")
            var heard = messages.makeAsyncIterator()
            try await week.book(session, "p1@example.org")
            // The first telling holds all, as nobody has been told anything yet.
            #expect(String(buffer: try #require(await heard.next())).contains("2 places left"))
            try await week.book(session, "p2@example.org")
            let second = String(buffer: try #require(await heard.next()))
            #expect(second == "data: {\"\(session.reference)\":[\"1 place left\",\"few\"]}\n\n")
            telling.cancel()
            await telling.value
            #expect(await heard.next() == nil)
            #expect(hub.listening == 0)
        }
    }

    @Test("There are no more listeners than seats, and a seat is free again when it is left")
    func seats() {
        let hub = LivePlaces()
        var seats = (0..<LivePlaces.most).map { _ in hub.seat() }
        #expect(!seats.contains { $0 == nil })
        #expect(hub.seat() == nil)
        seats.removeLast()
        #expect(hub.seat() != nil)
    }
}
