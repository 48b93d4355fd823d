import Domain
import Foundation
import HTML
import HTTPTypes
import Hummingbird
import Services
import TestSupport
import Testing

@testable import Web

@Suite("What attackers try")
struct AttackTests {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site") ?? .from

    // MARK: Forms of other sites

    @Test(
        "No form is taken from another site, whoever is signed in",
        arguments: [
            [.origin: "https://evil.example"], [.origin: "null"], [.origin: "http://127.0.0.1:8081"],
            [.origin: "http://127.0.0.1:8080.evil.example"], [.origin: "http://evil.example/127.0.0.1:8080"],
            [fetchSite: "cross-site"], [fetchSite: "same-site"],
        ] as [HTTPFields])
    func crossSite(headers: HTTPFields) async throws {
        try await AttackStage.with { stage in
            let before = try await stage.deeds()
            let taken = try await stage.taken { path in
                try await stage.client.post(path, ["csrf": stage.token, "reason": "x"], headers: headers)
            }
            #expect(taken == [])
            #expect(try await stage.deeds() == before)
        }
    }

    @Test("No form is taken without this browser's own token")
    func token() async throws {
        try await AttackStage.with { stage in
            let before = try await stage.deeds()
            let other = stage.house.services.access.formToken(of: "somebody else's")
            for token in ["", "x", other, stage.token + "x", String(stage.token.dropLast())] {
                let taken = try await stage.taken { path in
                    try await stage.client.post(path, ["csrf": token, "reason": "x"])
                }
                #expect(taken == [], "with \(token.prefix(8))")
            }
            #expect(try await stage.deeds() == before)
        }
    }

    @Test("A browser's secret that somebody else planted opens no form of whoever is signed in")
    func planted() async throws {
        try await AttackStage.with { stage in
            let planted = "planted-by-a-neighbouring-site"
            stage.client.setCookie("pw_browser", planted)
            let token = stage.house.services.access.formToken(of: planted)
            let before = try await stage.deeds()
            let taken = try await stage.taken { path in
                // These are for whoever is not signed in yet.
                if path.hasPrefix("/sign-in") { return try await stage.client.post(path, [:]) }
                return try await stage.client.post(path, ["csrf": token, "reason": "x"])
            }
            #expect(taken == [])
            #expect(try await stage.deeds() == before)
        }
    }

    @Test("Of two sessions in one request neither counts")
    func twoSessions() async throws {
        try await AttackStage.with { stage in
            let own = stage.client.cookie("pw_session") ?? ""
            for cookies in ["pw_session=\(own); pw_session=other", "pw_session=other; pw_session=\(own)"] {
                let bare = RouteClient(beside: stage.client)
                let answer = try await bare.get("/admin", headers: [.cookie: cookies])
                #expect(answer.status == 303 && answer.location?.hasPrefix("/sign-in") == true)
            }
        }
    }

    @Test("A cookie signs nobody in to the API, and a token nobody in to the pages")
    func mixed() async throws {
        try await AttackStage.with { stage in
            let token = try await stage.house.token("admin@example.org")
            #expect(try await stage.client.get("/api/v1/me/bookings").status == 401)
            #expect(
                try await stage.client.send(.post, "/api/v1/events/week/releases", headers: [:], body: "{}").status
                    == 401)
            let bare = RouteClient(beside: stage.client)
            #expect(try await bare.get("/admin", headers: [.authorization: "Bearer \(token)"]).status == 303)
        }
    }

    // MARK: Headers

    @Test("No answer may be framed, guessed at, or read by another site: pages, errors, files, calendars, the API")
    func headers() async throws {
        try await AttackStage.with { stage in
            var answers: [String: RouteClient.Answer] = [:]
            for path in stage.paths { answers[path] = try await stage.client.get(path) }
            let asset = try #require(Asset.all.first?.address.text)
            answers["asset"] = try await stage.client.get(asset)
            let etag = try #require(answers["asset"]?.headers[.eTag])
            answers["asset again"] = try await stage.client.get(asset, headers: [.ifNoneMatch: etag])
            answers["not there"] = try await stage.client.get("/no-such-page")
            answers["no text"] = try await stage.client.get("/sessions/%ff")
            answers["wrong method"] = try await stage.client.get("/me", method: .delete)
            answers["wrong method of the API"] = try await stage.client.get("/api/v1/events", method: .delete)
            answers["foreign host"] = try await stage.client.send(
                .get, "/", host: "evil.example", headers: [:], body: nil)
            answers["foreign form"] = try await stage.client.post("/staff/exports/file", [:])
            answers["csv"] = try await stage.client.post(
                "/staff/exports/file", ["csrf": stage.token, "kind": "sites", "reason": "Door lists"])
            answers["redirect"] = try await RouteClient(beside: stage.client).get("/me")
            answers["kept stream"] = try await stage.client.get("/events/week/places/live", method: .head)
            #expect(answers["asset again"]?.status == 304 && answers["csv"]?.status == 200)
            #expect(Set(answers.values.map(\.status)).isSuperset(of: [200, 303, 304, 400, 403, 404, 405, 421]))
            for (name, answer) in answers {
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                for rule in ["default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"] {
                    #expect(policy.contains(rule), "\(name): \(rule)")
                }
                #expect(!policy.contains("unsafe") && !policy.contains("*"), "\(name)")
                #expect(answer.headers[.xContentTypeOptions] == "nosniff", "\(name)")
                for (header, value) in [
                    ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
                    ("Cross-Origin-Resource-Policy", "same-origin"),
                ] {
                    #expect(answer.headers[HTTPField.Name(header) ?? .from] == value, "\(name): \(header)")
                }
                #expect(answer.headers[.accessControlAllowOrigin] == nil, "\(name)")
            }
        }
    }

    @Test("What only its reader may see is kept by no cache")
    func caches() async throws {
        try await AttackStage.with { stage in
            for path in stage.paths where ["/me", "/staff", "/admin"].contains(where: { path.hasPrefix($0) }) {
                let kept = try await stage.client.get(path).headers[.cacheControl] ?? ""
                #expect(kept.contains("no-store") || kept.contains("private"), "\(path): \(kept)")
            }
        }
    }

    // MARK: Where one is sent

    /// Each would lead a browser to another site, or break the header that names the way.
    private static let elsewhere = [
        "https://evil.example", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example",
        "/\\/evil.example",
        "/\t/evil.example", "\t//evil.example", "/\n/evil.example", "javascript:alert(1)", "evil.example",
        "http:evil.example",
        "/staff\r\nSet-Cookie: a=b", "/staff\u{0}", "/staff\u{85}x", "/staff é", "@evil.example", "?to=//evil.example",
        "",
        "/staff" + String(repeating: "a", count: 5000),
    ]

    @Test("No form and no address leads to another site or grows a header", arguments: elsewhere)
    func redirects(target: String) async throws {
        try await AttackStage.with { stage in
            var quoted = CharacterSet.alphanumerics
            quoted.insert(charactersIn: "-._~")
            let asked = target.addingPercentEncoding(withAllowedCharacters: quoted) ?? ""
            var answers = [try await stage.client.get("/sign-in?to=\(asked)")]
            let reference = stage.things["reference"]?.first ?? ""
            for path in [
                "/staff/sessions/\(reference)/move", "/staff/sessions/\(reference)/cancellation", "/staff/undo",
            ] {
                let page = try await stage.client.get("/staff/sessions/\(reference)/move?to=\(asked)")
                #expect(!page.body.contains("href=\"\(target)\"") || target.isEmpty)
                answers.append(
                    try await stage.client.post(
                        path, from: page,
                        [
                            "to": target, "date": "30 January 2018", "starts": "13:00", "minutes": "30",
                            "revision": "1",
                            "reason": "x",
                        ]))
            }
            let visitor = RouteClient(beside: stage.client)
            let page = try await visitor.get("/sign-in?to=\(asked)")
            _ = try await visitor.post("/sign-in", from: page, ["to": target, "email": "p3@example.org"])
            let code = try await Post.code(stage.house)
            answers.append(try await visitor.post("/sign-in/code", from: page, ["code": code]))
            #expect(answers.contains { $0.status == 303 } || target.contains("\0"))
            for answer in answers {
                for field in answer.headers {
                    #expect(!field.value.contains { $0.isNewline || $0 == "\0" })
                }
                #expect(answer.headers[values: .setCookie].allSatisfy { $0.hasPrefix("pw_") })
                guard let way = answer.location else { continue }
                #expect(way.wholeMatch(of: /\/(?:[!-.0-\[\]-~][!-\[\]-~]*)?/) != nil, "\(way)")
            }
        }
    }

    // MARK: Addresses and methods

    @Test("No other way of writing an address opens a page to whoever may not see it")
    func otherWritings() async throws {
        try await AttackStage.with { stage in
            let browser = RouteClient(beside: stage.client)
            try await browser.signIn("p3@example.org", stage.house)
            let closed = stage.paths.filter { $0.hasPrefix("/staff") || $0.hasPrefix("/admin") }
            #expect(closed.count > 40)
            for path in closed {
                let first = path.dropFirst().prefix(1).utf8.first.map { "%" + String($0, radix: 16) } ?? ""
                for written in [
                    path, path + "/", "/" + path, path.replacing("/", with: "//"), "/." + path, "/x/.." + path,
                    path + "/.",
                    path.uppercased(), "/" + first + path.dropFirst(2), path.replacing("/", with: "%2f"), path + "%00",
                    path + ";x", path + "?x", path + "%20", "/%2e" + path, path.replacing("/", with: "\\"),
                    path.replacing("/", with: "%252f"), "/me/..%2f" + path.dropFirst(), path + ".json", path + ".ics",
                ] {
                    let answer = try await browser.get(written)
                    #expect([400, 403, 404, 405].contains(answer.status), "\(written): \(answer.status)")
                }
            }
        }
    }

    @Test(
        "A method by any other name changes nothing",
        arguments: ["DELETE", "PUT", "PATCH", "TRACE", "OPTIONS", "CONNECT", "PROPFIND", "GET", "HEAD", "post"])
    func methods(name: String) async throws {
        let override = try #require(HTTPField.Name("X-HTTP-Method-Override"))
        try await AttackStage.with { stage in
            let before = try await stage.deeds()
            let method = try #require(HTTPRequest.Method(name))
            let read = Set(stage.paths)
            for path in stage.forms {
                let answer = try await stage.client.get(
                    path + "?csrf=\(stage.token)&reason=x&_method=POST", headers: [override: "POST"], method: method)
                let isPage = read.contains(path) && ["GET", "HEAD"].contains(name)
                #expect(isPage ? answer.status < 500 : [404, 405].contains(answer.status), "\(path): \(answer.status)")
                #expect(!answer.body.contains(stage.token) || isPage)
            }
            #expect(try await stage.deeds() == before)
        }
    }

    @Test("A question of any length or shape is answered")
    func questions() async throws {
        try await AttackStage.with { stage in
            let questions = [
                String(repeating: "a", count: 60_000), String(repeating: "a=1&", count: 600),
                String(repeating: "&", count: 60_000),
                String(repeating: "%2525", count: 5000), "q=%25%30%30", "page=-1", "page=99999999999999999999",
                "page=9223372036854775807", "before=-9223372036854775808", "day=0000-00-00", "day=9999-12-31",
                "day=292277026596-12-04", "month=9999-99", "from=99999-01-01&to=0001-01-01", "kind=%2e%2e%2f",
                "session="
                    + String(
                        repeating: "PW18-001&session=", count: 400), "sort=title%27--", "order=%00",
                "q=%F0%9F%92%A9%CC%81",
                "q=" + String(repeating: "%CC%81", count: 3000),
            ]
            for path in stage.paths {
                for question in questions {
                    let answer = try await stage.client.get("\(path)?\(question)")
                    #expect(answer.status < 500, "\(path)?\(question.prefix(60)): \(answer.status)")
                }
            }
        }
    }

    // MARK: What is sent back

    /// With what combines with a quote or a bracket, too: an escaper that reads characters instead of bytes lets it through.
    private static let scripts = [
        "\"><script>alert(1)</script>", "\"\u{301}><img src=x onerror=alert(1)>",
        "'\u{338}\"\u{200D}<svg onload=alert(1)>",
    ]

    @Test("Nothing that is typed comes back as a tag, from any form or question", arguments: scripts)
    func reflected(script: String) async throws {
        try await AttackStage.with { stage in
            let asked = script.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            var names: Set = [
                "q", "to", "done", "about", "kind", "event", "day", "month", "session", "page", "like", "room",
            ]
            var sent = 0
            var shown = 0
            func look(_ answer: RouteClient.Answer, _ place: String) {
                #expect(answer.status < 500, "\(place)")
                // In a calendar it is text.
                guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { return }
                if answer.body.contains("alert(1)") { shown += 1 }
                #expect(
                    !answer.body.unicodeScalars.split(separator: "<").contains {
                        String($0.prefix(6)).lowercased().hasPrefix("script") && String($0).contains("alert")
                            || String($0).hasPrefix("img") || String($0).hasPrefix("svg onload")
                    }, "\(place)")
            }
            for path in stage.paths where !path.hasPrefix("/api/") {
                let page = try await stage.client.get(path)
                names.formUnion(page.body.matches(of: /name="([a-z_-]+)"/).map { String($0.output.1) })
                for form in AttackStage.forms(on: page) where form.action != "/sign-out" {
                    var fields = ["csrf": stage.token]
                    for name in form.names { fields[name] = script }
                    sent += 1
                    look(try await stage.client.post(form.action, fields), form.action)
                }
            }
            for path in stage.paths where !path.hasPrefix("/api/") {
                let question = names.sorted().map { "\($0)=\(asked)" }.joined(separator: "&")
                look(try await stage.client.get("\(path)?\(question)"), path)
            }
            #expect(sent > 15 && shown > 10, "\(sent) forms were sent, \(shown) answers showed it")
        }
    }

    @Test("A body of any kind gets a clear answer, and does nothing")
    func bodies() async throws {
        try await AttackStage.with { stage in
            let before = try await stage.deeds()
            let form = "application/x-www-form-urlencoded"
            let parts = "multipart/form-data; boundary=b"
            let csrf = "csrf=\(stage.token)"
            let bodies: [(type: String, body: String)] = [
                (form, ""), (form, "%"), (form, "csrf=%ff"), (form, "\(csrf)&reason=%00"),
                (
                    form,
                    csrf
                        + String(
                            repeating: "&a=1", count: 10_000)
                ), (form, String(repeating: "=", count: 100_000)),
                ("application/json", "{\"csrf\":\"\(stage.token)\"}"), ("text/plain", csrf), ("", "\u{0}\u{1}"),
                (parts, ""), (parts, "--b"), (parts, "--b--"), (parts, "--b\r\n\r\n--b--"),
                (parts, "--b\r\nContent-Disposition: form-data; name=\"csrf\r\n\r\n\(stage.token)\r\n--b--"),
                (
                    parts,
                    String(repeating: "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n", count: 500)
                ),
                ("multipart/form-data", csrf), ("multipart/form-data; boundary=", csrf),
                ("multipart/form-data; boundary=\(String(repeating: "b", count: 400))", csrf),
            ]
            for path in stage.forms {
                for (type, body) in bodies {
                    let answer = try await stage.client.send(
                        .post, path, headers: type.isEmpty ? [:] : [.contentType: type], body: body)
                    #expect((400..<500).contains(answer.status), "\(path), \(type): \(body.prefix(60))")
                }
            }
            #expect(try await stage.deeds() == before)
        }
    }
}
