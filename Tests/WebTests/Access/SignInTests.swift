import Domain
import HTML
import HTTPTypes
import Hummingbird
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Signing in, on the pages")
struct SignInTests {
    @Test("An address, then a code, then where one was going")
    func works() async throws {
        try await TestHouse.with { house in
            let session = try await TestWeek.make(in: house).session()
            let client = RouteClient(house)
            let page = try await client.get("/sign-in?to=/sessions/\(session.reference)")
            #expect(page.headers[.cacheControl] == "no-store")
            let sent = try await client.post(
                "/sign-in", from: page, ["email": "p1@example.org", "to": page.field("to") ?? ""])
            #expect(sent.location == "/sign-in/code")
            let done = try await client.post("/sign-in/code", from: page, ["code": try await Post.code(house)])
            #expect(done.location == "/sessions/\(session.reference)")
            #expect(try await client.get("/me").words.contains("Person 1"))
        }
    }

    @Test("An unknown address gets the same answer")
    func unknown() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            var seen: [[String]] = []
            for email in ["p1@example.org", "p0@example.org"] {
                let client = RouteClient(house)
                let sent = try await client.post("/sign-in", from: try await client.get("/sign-in"), ["email": email])
                let page = try await client.get("/sign-in/code")
                seen.append(["\(sent.status)", sent.location ?? "", page.words.replacing(email, with: "")])
            }
            #expect(seen[0] == seen[1])
        }
    }

    @Test("Reading pages uses no code up")
    func reading() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let page = try await client.get("/sign-in")
            _ = try await client.post("/sign-in", from: page, ["email": "p1@example.org"])
            let code = try await Post.code(house)
            for method in [.get, .head, .get] as [HTTPRequest.Method] {
                _ = try await client.get("/sign-in/code?code=\(code)", method: method)
            }
            #expect(try await client.post("/sign-in/code", from: page, ["code": code]).location == "/me")
        }
    }

    @Test("The same code sent twice by the same browser signs it in once and says so twice")
    func twice() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let page = try await client.get("/sign-in")
            _ = try await client.post("/sign-in", from: page, ["email": "p1@example.org"])
            let pending = client.cookie("pw_signing_in")
            let code = try await Post.code(house)
            let first = try await client.post("/sign-in/code", from: page, ["code": code])
            let session = client.cookie("pw_session")
            client.setCookie("pw_signing_in", pending)
            let second = try await client.post("/sign-in/code", from: page, ["code": code])
            #expect(first.location == "/me" && second.location == "/me")
            #expect(session != nil && client.cookie("pw_session") == session)
        }
    }

    @Test("Another browser cannot use the code")
    func otherBrowser() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let mine = RouteClient(house)
            _ = try await mine.post("/sign-in", from: try await mine.get("/sign-in"), ["email": "p1@example.org"])
            let code = try await Post.code(house)
            let other = RouteClient(house)
            let page = try await other.get("/sign-in")
            other.setCookie("pw_signing_in", mine.cookie("pw_signing_in"))
            let answer = try await other.post("/sign-in/code", from: page, ["code": code])
            #expect(answer.status == 422)
            #expect(other.cookie("pw_session") == nil)
        }
    }

    @Test("A wrong code is an error that says how many tries are left")
    func wrongCode() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            let page = try await client.get("/sign-in")
            _ = try await client.post("/sign-in", from: page, ["email": "p1@example.org"])
            let code = try await Post.code(house)
            let wrong = code == "000000" ? "000001" : "000000"
            let answer = try await client.post("/sign-in/code", from: page, ["code": wrong])
            #expect(answer.status == 422)
            #expect(answer.body.contains("<title>Error: "))
            #expect(answer.words.contains("4 tries left"))
        }
    }

    @Test("What is no address comes back with a sentence", arguments: ["", "  ", "foo", "a@b", "<script>@example.org"])
    func malformed(email: String) async throws {
        try await TestHouse.with { house in
            let client = RouteClient(house)
            let answer = try await client.post("/sign-in", from: try await client.get("/sign-in"), ["email": email])
            #expect(answer.status == 422)
            #expect(answer.words.contains("There is a problem"))
            #expect(!answer.body.contains("<script>@"))
        }
    }

    @Test("Too many tries from one place are refused with words")
    func tooMany() async throws {
        try await TestHouse.with { house in
            var settings = WebSettings()
            settings.mostAnonymousTries = 2
            let client = RouteClient(house, settings: settings)
            let page = try await client.get("/sign-in")
            for number in 1...2 {
                #expect(
                    try await client.post("/sign-in", from: page, ["email": "x\(number)@example.org"]).status == 303)
            }
            let answer = try await client.post("/sign-in", from: page, ["email": "x3@example.org"])
            #expect(answer.status == 429)
            #expect(answer.words.contains("Wait a quarter of an hour"))
        }
    }

    @Test("Signing out ends the session for every copy of its cookie")
    func signOut() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("p1@example.org", house)
            let session = client.cookie("pw_session")
            let page = try await client.get("/me")
            #expect(try await client.post("/sign-out", from: page).location == "/")
            #expect(client.cookie("pw_session") == nil)
            client.setCookie("pw_session", session)
            #expect(try await client.get("/me").location == "/sign-in?to=%2Fme")
        }
    }

    @Test("Without a demo database there are no personas")
    func noPersonas() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let persona = WebSettings.Persona(email: "p1@example.org", title: "Practitioner", blurb: "Books")
            let client = RouteClient(house, settings: WebSettings(personas: [persona]))
            let page = try await client.get("/sign-in")
            #expect(!page.body.contains("persona"))
            #expect(try await client.post("/sign-in/persona", from: page, ["persona": "p1@example.org"]).status == 404)
        }
    }

    @Test("The staff page is for staff")
    func staff() async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let officer = RouteClient(house)
            try await officer.signIn("officer@example.org", house)
            #expect(try await officer.get("/staff").status == 200)
            let practitioner = RouteClient(house)
            try await practitioner.signIn("p1@example.org", house)
            #expect(try await practitioner.get("/staff").status == 403)
            #expect(try await RouteClient(house).get("/staff").status == 303)
        }
    }
}
