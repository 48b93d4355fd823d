import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("How much may be imported at once")
struct UploadLimitTests {
    private func with(_ body: (RouteClient) async throws -> Void) async throws {
        try await TestHouse.with { house in
            _ = try await TestWeek.make(in: house)
            let client = RouteClient(house)
            try await client.signIn("officer@example.org", house)
            try await body(client)
        }
    }

    /// Sends a file as a browser does.
    private func upload(
        _ client: RouteClient, _ kind: String, _ content: String
    ) async throws -> RouteClient.Answer {
        let token = try await client.get("/staff/imports").field("csrf") ?? ""
        let body =
            [
                "--b42", "Content-Disposition: form-data; name=\"csrf\"", "", token, "--b42",
                "Content-Disposition: form-data; name=\"kind\"", "", kind, "--b42",
                "Content-Disposition: form-data; name=\"file\"; filename=\"rows.csv\"", "Content-Type: text/csv", "",
            ].joined(separator: "\r\n") + "\r\n" + content + "\r\n--b42--\r\n"
        return try await client.send(
            .post, "/staff/imports", headers: [.contentType: "multipart/form-data; boundary=b42"], body: body)
    }

    private func sites(_ count: Int, padding: Int = 0) -> String {
        "name,address\r\n"
            + (1...count).map { "Site \($0),\(String(repeating: "x", count: padding))\r\n" }.joined()
    }

    @Test("A file of nearly 5 MB and one of 20,000 rows are kept until they are looked at")
    func most() async throws {
        try await with { client async throws in
            let large = sites(11_000, padding: 460)
            #expect(large.utf8.count > 5_100_000)
            #expect(try await upload(client, "sites", large).status == 303)
            #expect(try await upload(client, "sites", sites(20_000)).status == 303)
        }
    }

    @Test("One row more is told the limit and what to do, and is not kept")
    func rows() async throws {
        try await with { client async throws in
            let answer = try await upload(client, "sites", sites(20_001))
            #expect(answer.status == 413)
            #expect(answer.body.contains("<title>Error: "))
            #expect(answer.body.contains("href=\"#file\""))
            #expect(answer.words.contains("more than the 20,000 rows that an import may have. Split it into several"))
            #expect(answer.words.contains("Nothing was kept."))
            #expect(answer.body.contains("value=\"sites\" checked"))
        }
    }

    @Test("Blank rows do not count")
    func blank() async throws {
        try await with { client async throws in
            let text = sites(20_000) + String(repeating: ",\r\n\r\n", count: 500)
            #expect(try await upload(client, "sites", text).status == 303)
        }
    }

    @Test("A file larger than 5 MB is told so whatever else came with it, and what was chosen stays")
    func bytes() async throws {
        try await with { client async throws in
            for size in [5_300_000, 9_000_000] {
                let answer = try await upload(client, "teams", "name\r\n" + String(repeating: "x", count: size))
                #expect(answer.status == 413)
                #expect(answer.body.contains("href=\"#file\""))
                #expect(answer.words.contains("Split it into several files."))
                #expect(answer.words.contains("Nothing was kept."))
                #expect(answer.body.contains("value=\"teams\" checked"))
            }
        }
    }

    @Test("Rows that were pasted and are too many come back with the page")
    func pasted() async throws {
        try await with { client async throws in
            let page = try await client.get("/staff/imports")
            let answer = try await client.post(
                "/staff/imports", from: page, ["kind": "sites", "pasted": sites(20_001)])
            #expect(answer.status == 413)
            #expect(answer.body.contains("href=\"#pasted\""))
            #expect(answer.body.contains("Site 20001"))
        }
    }

    @Test("Other forms stay within 2 MB, for visitors and for staff")
    func others() async throws {
        try await with { client async throws in
            let text = String(repeating: "x", count: 2_200_000)
            #expect(try await client.post("/sign-in", ["email": text]).status == 413)
            #expect(try await client.post("/staff/exports/file", ["reason": text]).status == 413)
        }
    }
}
