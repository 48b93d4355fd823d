import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Importing, on the pages")
struct ImportPagesTests {
    private func with(
        lockTimeout: String = "60s", _ body: (TestHouse, TestWeek, RouteClient) async throws -> Void
    ) async throws {
        try await TestHouse.with(lockTimeout: lockTimeout) { house in
            let week = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            try await body(house, week, client)
        }
    }

    private func paste(_ client: RouteClient, _ kind: String, _ rows: String, event: String = "") async throws
        -> RouteClient.Answer
    {
        let answer = try await client.post(
            "/staff/imports", from: try await client.get("/staff/imports"),
            ["kind": kind, "pasted": rows, "event": event])
        #expect(answer.status == 303)
        return try await client.get(answer.location ?? "")
    }

    private func confirm(_ client: RouteClient, _ preview: RouteClient.Answer) async throws -> RouteClient.Answer {
        try await client.post(Self.target(preview), from: preview)
    }

    private static func target(_ preview: RouteClient.Answer) -> String {
        guard let start = preview.body.firstRange(of: "action=\"/staff/imports/") else { return "" }
        return "/staff/imports/" + preview.body[start.upperBound...].prefix { $0 != "\"" }
    }

    @Test("A file that another one holds up is kept by its name, and its reader is told when to come back")
    func heldUp() async throws {
        try await with(lockTimeout: "200ms") { house, week, client in
            let kept = try await client.post(
                "/staff/imports", from: try await client.get("/staff/imports"),
                ["kind": "people", "pasted": "email,name\nnew@example.org,Nell New", "event": ""])
            let path = kept.location ?? ""
            try await house.services.work { work in
                _ = try await house.services.people.addPerson(
                    PersonDetails(email: "new@example.org", name: "Nell Newer"), by: week.admin, in: work)
                let page = try await client.get(path)
                #expect(page.status == 503 && page.headers[.retryAfter] == "15")
                #expect(page.words.contains("We have kept Pasted rows, and nothing has been changed."))
                #expect(page.body.contains("href=\"\(path)\""))
            }
            #expect(try await client.get(path).words.contains("Would be changed 1 row"))
        }
    }

    @Test("A file is looked at before it changes anything, then taken in once")
    func takes() async throws {
        try await with { house, week, client in
            let rows = """
                email,name,team
                new@example.org,Nell New,MASH Assessment
                p1@example.org,Person One,Early Help North
                p2@example.org,Person 2,MASH Assessment
                """
            let preview = try await paste(client, "people", rows)
            #expect(preview.words.contains("Would be added 1"))
            #expect(preview.words.contains("Would be changed 1"))
            #expect(preview.words.contains("Already so 1"))
            #expect(try await house.services.people.people(email: "new@example.org", by: week.staff).isEmpty)
            let done = try await confirm(client, preview)
            #expect(done.location == "/staff/imports?done=people&added=1&changed=1")
            #expect(try await client.get(done.location ?? "").words.contains("1 added, 1 changed."))
            #expect(
                try await house.services.people.people(email: "p1@example.org", by: week.staff).map(\.name)
                    == ["Person One"])
            #expect(try await confirm(client, preview).location == done.location)
            #expect(try await client.get(Self.target(preview)).status == 404)
        }
    }

    @Test("Everything that is wrong is listed by row and column beside what it says, and nothing is taken in")
    func wrong() async throws {
        try await with { house, week, client in
            let rows = """
                email,name,team
                new@example.org,Nell New,MASH Assesment
                not an address,Somebody,
                """
            let preview = try await paste(client, "people", rows)
            #expect(preview.status == 422)
            #expect(preview.body.contains("<title>Error: "))
            #expect(preview.words.contains("1 team “MASH Assesment” No team"))
            #expect(preview.words.contains("2 email “not an address”"))
            #expect(Self.target(preview).isEmpty)
            #expect(try await house.services.people.people(email: "new@example.org", by: week.staff).isEmpty)
        }
    }

    @Test("What became wrong after the preview is shown when it is confirmed")
    func changedMeanwhile() async throws {
        try await with { house, week, client in
            let preview = try await paste(
                client, "people", "email,name,team\nnew@example.org,Nell New,Early Help North\n")
            _ = try await house.services.people.changeTeam(
                "Early Help North", to: TeamDetails(name: "Early Help"), by: week.staff)
            let answer = try await confirm(client, preview)
            #expect(answer.status == 422)
            #expect(answer.words.contains("No team"))
            #expect(try await house.services.people.people(email: "new@example.org", by: week.staff).isEmpty)
        }
    }

    @Test("A chosen file is taken as the browser sends it")
    func upload() async throws {
        try await with { house, week, client in
            let token = try await client.get("/staff/imports").field("csrf") ?? ""
            let body = [
                "--b42", "Content-Disposition: form-data; name=\"csrf\"", "", token, "--b42",
                "Content-Disposition: form-data; name=\"kind\"", "", "sites", "--b42",
                "Content-Disposition: form-data; name=\"pasted\"", "", "", "--b42",
                "Content-Disposition: form-data; name=\"file\"; filename=\"our sites.csv\"", "Content-Type: text/csv",
                "",
                "name,address\r\nSaltwells,\"Saltwells Road\r\nDudley\"\r\n", "--b42--", "",
            ].joined(separator: "\r\n")
            let answer = try await client.send(
                .post, "/staff/imports", headers: [.contentType: "multipart/form-data; boundary=b42"], body: body)
            #expect(answer.status == 303)
            let preview = try await client.get(answer.location ?? "")
            #expect(preview.words.contains("our sites.csv"))
            #expect(preview.words.contains("Would be added 1"))
            _ = try await confirm(client, preview)
            #expect(try await house.services.people.sites().map(\.address).contains("Saltwells Road\nDudley"))
        }
    }

    @Test("An upload from another site's page is refused")
    func foreign() async throws {
        try await with { _, _, client in
            let body = "--b42\r\nContent-Disposition: form-data; name=\"csrf\"\r\n\r\nx\r\n--b42--\r\n"
            let answer = try await client.send(
                .post, "/staff/imports", headers: [.contentType: "multipart/form-data; boundary=b42"], body: body)
            #expect(answer.status == 403)
        }
    }

    @Test(
        "A form that is not what it says it is changes nothing",
        arguments: ["", "--b42", "--b42\r\n", "--b42\r\nx", "--b42\r\n\r\n\r\n--b42--", "--b43--", "--b42--b42--b42"])
    func broken(_ body: String) async throws {
        try await with { _, _, client in
            let answer = try await client.send(
                .post, "/staff/imports", headers: [.contentType: "multipart/form-data; boundary=b42"], body: body)
            #expect([400, 403].contains(answer.status))
        }
    }

    @Test("Neither a file nor rows: what was chosen stays")
    func nothing() async throws {
        try await with { _, _, client in
            let answer = try await client.post(
                "/staff/imports", from: try await client.get("/staff/imports"), ["kind": "teams", "pasted": " \n "])
            #expect(answer.status == 422)
            #expect(answer.body.contains("href=\"#file\""))
            #expect(answer.body.contains("value=\"teams\" checked"))
        }
    }

    @Test("Nobody sees a file that somebody else brought")
    func own() async throws {
        try await with { house, _, client in
            let preview = try await paste(client, "sites", "name\nSaltwells\n")
            let other = RouteClient(house)
            try await other.signIn("admin@example.org", house)
            #expect(try await other.get(Self.target(preview)).status == 404)
        }
    }

    @Test("An event named beside the rows stands in for their column")
    func event() async throws {
        try await with { house, week, client in
            let rows = "title,starts_at,ends_at\nSome day,,\n"
            let preview = try await paste(client, "sessions", rows, event: "week")
            #expect(preview.words.contains("Would be added 1"))
            _ = try await confirm(client, preview)
            #expect(
                try await house.services.programme.drafts(event: "week", by: week.staff).map(\.title) == ["Some day"])
        }
    }
}
