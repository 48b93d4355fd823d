import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("The draft as a list")
struct PlanListTests {
    @Test("Staff see every session of the draft, with places, and practitioners see none of it")
    func lists() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Voice of the child", room: "Corbyn Road/Room 1", capacity: 1)
            try await week.book(session, "p1@example.org")
            try await week.book(session, "p2@example.org")
            try await week.session("Not released", starts: "2018-01-30 10:00", release: false)
            let client = try await RouteClient.officer(house)
            let words = try await client.get("/staff/events/week/sessions").words
            #expect(words.contains("Voice of the child"))
            #expect(words.contains("1 of 1, 1 waiting"))
            #expect(words.contains("Not released"))
            let other = RouteClient(house)
            try await other.signIn("p1@example.org", house)
            #expect(try await other.get("/staff/events/week/sessions").status == 403)
        }
    }

    @Test("Filters leave what they ask for, and an unknown value asks nothing")
    func filters() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            _ = try await house.services.people.changeRoom("Corbyn Road/Room 1", access: "Level.", by: week.staff)
            try await week.session("Alpha", room: "Corbyn Road/Room 1", facilitators: ["lead@example.org"])
            try await week.session("Beta", starts: "2018-01-30 10:00", room: "Mary Stevens Park/Main Hall")
            let unplaced = try await house.services.programme.addSession(
                NewSession(event: "week", title: "Gamma"), by: week.staff)
            let client = try await RouteClient.officer(house)
            func found(_ query: String) async throws -> [String] {
                let body = try await client.get("/staff/events/week/sessions?\(query)").body
                return ["Alpha", "Beta", "Gamma"].filter { body.contains(">\($0)</a>") }
            }
            #expect(try await found("day=2018-01-29") == ["Alpha"])
            #expect(try await found("site=mary-stevens-park") == ["Beta"])
            #expect(try await found("room=Corbyn+Road/Room+1") == ["Alpha"])
            #expect(try await found("lead=LENA") == ["Alpha"])
            #expect(try await found("unplaced=yes") == ["Gamma"])
            #expect(try await found("state=draft") == ["Gamma"])
            #expect(try await found("problems=yes") == ["Beta", "Gamma"])
            #expect(try await found("day=never&state=odd&page=99999999999") == ["Alpha", "Beta", "Gamma"])
            #expect(unplaced.startsAt == nil)
        }
    }

    @Test("Sorting by a column is a link, and a second press turns it round")
    func sorts() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await week.session("Alpha", starts: "2018-01-31 10:00")
            try await week.session("Beta")
            let client = try await RouteClient.officer(house)
            func order(_ query: String) async throws -> [String] {
                let body = try await client.get("/staff/events/week/sessions?\(query)").body
                return ["Alpha", "Beta"].sorted {
                    (body.firstRange(of: ">\($0)</a>")?.lowerBound ?? body.endIndex)
                        < (body.firstRange(of: ">\($1)</a>")?.lowerBound ?? body.endIndex)
                }
            }
            #expect(try await order("") == ["Beta", "Alpha"])
            #expect(try await order("sort=title") == ["Alpha", "Beta"])
            #expect(try await order("sort=title&order=down") == ["Beta", "Alpha"])
            #expect(
                try await client.get("/staff/events/week/sessions?sort=title").body.contains(
                    "sort=title&amp;order=down"))
        }
    }

    @Test("Fifty sessions make a page, and the next page has the rest")
    func pages() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            try await house.services.work { work in
                for number in 1...53 {
                    _ = try await house.services.programme.addSession(
                        NewSession(event: "week", title: "Number \(number)"), by: week.staff, in: work)
                }
            }
            let client = try await RouteClient.officer(house)
            let first = try await client.get("/staff/events/week/sessions?sort=title")
            let second = try await client.get("/staff/events/week/sessions?sort=title&page=2")
            #expect(first.body.split(separator: "name=\"session\"").count - 1 == 50)
            #expect(second.body.split(separator: "name=\"session\"").count - 1 == 3)
            #expect(first.words.contains("Page 1 of 2"))
        }
    }

    @Test("A clash is shown for both sessions, each with a link to the other")
    func clashes() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let first = try await week.session("First", room: "Corbyn Road/Room 1")
            let second = try await week.session(
                "Second", starts: "2018-01-29 10:00", room: "Corbyn Road/Room 1", release: false)
            let client = try await RouteClient.officer(house)
            #expect(try await client.get("/staff/events/week/sessions").words.contains("1 clash"))
            let page = try await client.get("/staff/sessions/\(first.reference)")
            #expect(page.words.contains("Corbyn Road/Room 1 is also needed by Second (\(second.reference))"))
            #expect(page.body.contains("href=\"/staff/sessions/\(second.reference)\""))
            #expect(
                try await client.get("/staff/sessions/\(second.reference)").words.contains(
                    "is also needed by First (\(first.reference)) , Monday 29 January, 9:30am to 10:30am"))
        }
    }

    @Test("The week shows every room with its sessions, and the sessions without a time beside it")
    func week() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Alpha", room: "Corbyn Road/Room 1")
            _ = try await house.services.programme.addSession(
                NewSession(event: "week", title: "Gamma", minutes: 45), by: week.staff)
            let client = try await RouteClient.officer(house)
            let page = try await client.get("/staff/events/week/week?day=2018-01-29")
            #expect(page.words.contains("Without a time: 1"))
            #expect(page.words.contains("Gamma 45 minutes Move to…"))
            #expect(page.words.contains("Main Hall Mary Stevens Park, holds 80"))
            #expect(page.body.contains("data-drag=\"/staff/sessions/\(session.reference)/move?"))
            #expect(
                page.body.contains("data-drop=\"day=2018-01-29&amp;starts=11:00&amp;room=Corbyn%20Road%2FRoom%202\""))
        }
    }
}

extension RouteClient {
    /// A browser in which the week's officer is signed in.
    static func officer(_ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn("officer@example.org", house)
        return client
    }

    /// Sends a page's form: the fields that it holds, with some of them changed.
    func submit(_ path: String, _ page: Answer, _ changes: [String: String] = [:]) async throws -> Answer {
        var fields = page.formFields(of: path)
        for (name, value) in changes { fields[name] = value }
        return try await post(path, from: page, fields)
    }
}

extension RouteClient.Answer {
    /// What the form that goes to the path holds as it stands.
    func formFields(of path: String) -> [String: String] {
        guard let start = body.firstRange(of: "action=\"\(path)\"") else { return [:] }
        let form = body[start.upperBound...].prefix(
            upTo: body[start.upperBound...].firstRange(of: "</form>")?.lowerBound ?? body.endIndex)
        var fields: [String: String] = [:]
        for match in form.matches(of: /<input ([^>]*)>/) {
            let tag = String(match.1)
            guard let name = Self.attribute("name", tag) else { continue }
            let kind = Self.attribute("type", tag)
            if kind == "radio" || kind == "checkbox", !tag.contains(" checked") { continue }
            if kind == "hidden", fields[name] != nil { continue }
            fields[name] = Self.attribute("value", tag) ?? ""
        }
        for match in form.matches(of: /<textarea name="([^"]*)"[^>]*>\n?([^<]*)<\/textarea>/) {
            fields[String(match.1)] = Self.unescaped(String(match.2))
        }
        for match in form.matches(of: /<select name="([^"]*)"[^>]*>(.*?)<\/select>/.dotMatchesNewlines()) {
            let chosen = match.2.firstMatch(of: /<option value="([^"]*)" selected/)
            fields[String(match.1)] = Self.unescaped(String(chosen?.1 ?? ""))
        }
        return fields
    }

    private static func attribute(_ name: String, _ tag: String) -> String? {
        guard let start = (" " + tag).firstRange(of: " \(name)=\"") else { return nil }
        return unescaped(String((" " + tag)[start.upperBound...].prefix { $0 != "\"" }))
    }

    private static func unescaped(_ text: String) -> String {
        text.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&lt;", with: "<")
            .replacing("&gt;", with: ">").replacing("&amp;", with: "&")
    }
}
