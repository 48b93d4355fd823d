import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Meetings and files of nominations over the API")
struct MeetingAPITests {
    private static let meeting = "/schemes/stars/categories/heart/meeting"

    @Test("A meeting goes by calls from its opening to its minutes, each answered in the shape that is described")
    func whole() async throws {
        try await TestHouse.with { house in
            let (stars, first, second) = try await TestAwards.judged(in: house)
            for candidate in [first, second] {
                for judge in ["lead", "p5", "p7"] { try await stars.score(candidate, "\(judge)@example.org", 8, 8) }
            }
            _ = try await stars.awards.closeRound("stars", by: stars.week.staff)
            let client = RouteClient(house)
            let document = try await client.call(.get, "/openapi.json").object
            let schemas = (document["components"] as? [String: Any])?["schemas"] as? [String: [String: Any]] ?? [:]
            func check(_ name: String, _ object: [String: Any]) {
                #expect(Set(object.keys) == Set(schemas[name]?["required"] as? [String] ?? []), "\(name): \(object)")
            }
            var tokens: [String: String] = [:]
            for who in ["lead", "p5", "p7", "officer"] { tokens[who] = try await house.token("\(who)@example.org") }
            func post(_ path: String, _ json: String, as who: String, is status: Int = 200) async throws
                -> RouteClient.Answer
            {
                let answer = try await client.call(.post, Self.meeting + path, token: tokens[who], json)
                #expect(answer.status == status, "\(path): \(answer.body)")
                return answer
            }
            check("Meeting", try await post("", "{}", as: "lead", is: 201).object)
            let codes = [first, second].compactMap(\.code)
            let shown = try await post("/screen", #"{"candidate":"\#(codes[0])"}"#, as: "lead")
            #expect(shown.text("candidate") == first.text)
            let moved = try await post(
                "/motions", #"{"text":"Who wins?","candidates":["\#(codes[0])","\#(codes[1])"]}"#, as: "lead", is: 201)
            let motion = try #require((moved.object["motions"] as? [[String: Any]])?.first)
            let id = try #require(motion["motion"] as? String)
            #expect((motion["options"] as? [[String: Any]])?.first?["votes"] is NSNull)
            for (who, choice) in [("lead", codes[1]), ("p5", codes[1])] {
                _ = try await post("/votes", #"{"motion":"\#(id)","candidate":"\#(choice)"}"#, as: who)
            }
            let twice = try await post(
                "/votes", #"{"motion":"\#(id)","candidate":"none"}"#, as: "p5", is: 409)
            #expect(twice.text("code") == "voted_already")
            let early = try await post("/count", #"{"motion":"\#(id)"}"#, as: "lead", is: 409)
            #expect(early.text("code") == "votes_missing")
            _ = try await post("/count", #"{"motion":"\#(id)"}"#, as: "p5", is: 404)
            _ = try await post("/count", #"{"motion":"\#(id)","with_missing":true}"#, as: "lead")
            _ = try await post("/closing", "{}", as: "lead")
            let minutes = try await client.call(.get, Self.meeting + "/minutes", token: tokens["officer"])
            #expect(
                minutes.items.compactMap { $0["step"] as? String } == ["opened", "shown", "moved", "counted", "closed"])
            for step in minutes.items { check("MeetingStep", step) }
            let options = minutes.items[3]["options"] as? [[String: Any]]
            #expect(options?.compactMap { $0["votes"] as? Int }.sorted() == [0, 2])
            #expect(try await client.call(.get, Self.meeting + "/minutes", token: tokens["p5"]).status == 404)
        }
    }

    @Test(
        "A file is added, passed, held and removed by calls, read back drawn anew, and there is none for anybody else")
    func files() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let nomination = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let client = RouteClient(house)
            let mine = try await house.token("p1@example.org")
            let (staff, other) = (try await house.token("officer@example.org"), try await house.token("p3@example.org"))
            let files = "/nominations/\(nomination.id.uuidString.lowercased())/files"
            let picture = Data(TestPicture.photograph(TestPicture.jpeg(), orientation: 6)).base64EncodedString()
            let body = #"{"caption":"The garden","content":"\#(picture)"}"#
            #expect(try await client.call(.post, files, token: other, body).status == 404)
            let wrong = try await client.call(.post, files, token: mine, #"{"caption":"It","content":"no base64!"}"#)
            #expect(wrong.status == 422 && wrong.text("code") == "wrong_type")
            let made = try await client.call(.post, files, token: mine, body, headers: [.idempotencyKey: "file-1"])
            #expect(made.status == 201 && made.text("name") == "Picture 1" && made.text("state") == "held")
            let again = try await client.call(.post, files, token: mine, body, headers: [.idempotencyKey: "file-1"])
            #expect(again.body == made.body)
            let file = "\(files)/\(made.text("id") ?? "")"
            let read = try await client.call(.get, file, token: staff)
            let content = Data(base64Encoded: read.text("content") ?? "") ?? Data()
            #expect(content.starts(with: [0xFF, 0xD8]) && read.text("type") == "image/jpeg")
            #expect(String(decoding: content, as: UTF8.self).contains(TestPicture.place) == false)
            #expect(try await client.call(.get, file, token: other).status == 404)
            #expect(try await client.call(.post, "\(file)/passing", token: mine, "{}").status == 403)
            let passed = try await client.call(.post, "\(file)/passing", token: staff, "{}")
            #expect(passed.items.first?["state"] as? String == "passed")
            let held = try await client.call(.post, "\(file)/holding", token: staff, "{}")
            #expect(held.items.first?["state"] as? String == "held")
            let removed = try await client.call(.post, "\(file)/removal", token: mine, "{}")
            #expect(removed.status == 200 && removed.items.isEmpty)
        }
    }
}
