import Domain
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Posts, on the pages")
struct PostPagesTests {
    @Test("A post is added and handed on with the sessions that go with it")
    func handsOver() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session("Briefing", facilitators: ["lead@example.org"])
            let client = RouteClient(house)
            try await client.signIn("admin@example.org", house)
            let added = try await client.post(
                "/admin/posts", from: try await client.get("/admin/new-post"),
                ["name": "Director", "person": "Lena Lead", "from": "1 January 2018"])
            #expect(added.status == 303)
            let post = try #require(try await house.services.posts.posts(by: week.admin).first)
            let path = "/admin/posts/\(post.id)/handover"
            let page = try await client.get(path)
            #expect(page.body.contains("value=\"\(session.reference)\" checked"))
            let wrong = try await client.post(
                path, from: page, ["person": "Nobody", "from": "22 January 2018", "sessions": session.reference])
            #expect(wrong.status == 404)
            #expect(wrong.body.contains("href=\"#person\""))
            #expect(wrong.body.contains("value=\"22 January 2018\""))
            let done = try await client.post(
                path, from: wrong,
                ["person": "manager@example.org", "from": "22 January 2018", "sessions": session.reference])
            #expect(done.location == "/admin/posts?passed=1")
            let list = try await client.get(done.location ?? "")
            #expect(list.words.contains("Director Lena Lead"))
            #expect(list.words.contains("Mina Manager , from 22 January 2018"))
            let draft = try await house.services.programme.draft(session.reference, by: week.staff)
            #expect(draft.facilitators == ["Mina Manager"])
        }
    }
}
