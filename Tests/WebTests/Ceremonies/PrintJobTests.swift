import Domain
import Foundation
import HTTPTypes
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Certificates as one PDF")
struct PrintJobTests {
    private static let pages = "/staff/ceremonies/night"

    /// A program in the place of WeasyPrint that says how far it is, and does as it is told.
    private func with(
        printer: String?, _ body: (TestCeremony, WebSite, RouteClient) async throws -> Void
    ) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("printer-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        if let printer {
            let program = directory.appendingPathComponent("weasyprint")
            try Data("#!/bin/sh\n\(printer)\n".utf8).write(to: program)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
        }
        try await TestHouse.with { house in
            let night = try await TestCeremony.make(in: house)
            var settings = WebSettings()
            settings.printerPath = directory.path
            let site = WebSite(services: house.services, settings: settings)
            let client = RouteClient(site: site)
            try await client.signIn("officer@example.org", house)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { try await site.printShop.run() }
                try await body(night, site, client)
                group.cancelAll()
            }
        }
    }

    private static let copies = """
        echo 'INFO: Step 5 - Creating layout - Page 1' >&2
        echo 'INFO: Step 5 - Creating layout - Page 2' >&2
        for last in "$@"; do page="$file"; file="$last"; done
        { printf '%%PDF of '; cat "$page"; } > "$file"
        """

    private func asked(_ client: RouteClient) async throws -> String {
        let page = try await client.get(Self.pages)
        let certificates = try await client.post("\(Self.pages)/papers", from: page, ["paper": "certificates"])
        let asked = try await client.post("\(Self.pages)/pdf", from: certificates, [:])
        #expect(asked.status == 303)
        return try #require(asked.location)
    }

    /// The page once it says this.
    private func page(_ path: String, saying words: String, _ client: RouteClient) async throws -> RouteClient.Answer {
        var answer = try await client.get(path)
        for _ in 0..<200 where !answer.body.contains(words) {
            try await Task.sleep(for: .milliseconds(50))
            answer = try await client.get(path)
        }
        #expect(answer.body.contains(words))
        return answer
    }

    @Test("It is fetched once by whoever asked, noted as printed then, and gone")
    func fetched() async throws {
        try await with(printer: Self.copies) { night, site, client async throws in
            let path = try await asked(client)
            let ready = try await page(path, saying: "Download the PDF", client)
            let noted = try await night.ceremonies.prints(of: "night", by: night.staff).first?.times
            let other = RouteClient(site: site)
            try await other.signIn("admin@example.org", night.stars.week.house)
            #expect(try await other.get(path).status == 404)
            let file = try await client.post("\(path)/file", from: ready, [:])
            #expect(file.status == 200 && file.headers[.contentType] == "application/pdf")
            #expect(file.body.hasPrefix("%PDF of ") && file.body.contains("Person 2") && file.body.contains("Person 4"))
            #expect(noted == 1)
            #expect(try await night.ceremonies.prints(of: "night", by: night.staff).first?.times == 2)
            let gone = try await client.get(path)
            #expect(gone.status == 404 && gone.words.contains("This PDF was fetched"))
        }
    }

    @Test("The programme is printed in the same way, and tells nothing of who won")
    func programme() async throws {
        try await with(printer: Self.copies) { night, _, client async throws in
            let page = try await client.get("\(Self.pages)/programme")
            #expect(page.words.contains("Person 2") && page.words.contains("Person 4"))
            #expect(!page.words.contains("winner of") && !page.words.contains("ommended"))
            let asked = try await client.post("\(Self.pages)/pdf", from: page, ["paper": "programme"])
            let path = try #require(asked.location)
            let ready = try await self.page(path, saying: "Download the PDF", client)
            let file = try await client.post("\(path)/file", from: ready, [:])
            #expect(file.status == 200 && file.body.hasPrefix("%PDF of ") && file.body.contains("Main Hall"))
            #expect(try await night.ceremonies.prints(of: "night", by: night.staff).first?.times == 2)
        }
    }

    @Test("What was printed before a name changed is not given out")
    func outdated() async throws {
        try await with(printer: Self.copies) { night, _, client async throws in
            let path = try await asked(client)
            let ready = try await page(path, saying: "Download the PDF", client)
            _ = try await night.stars.week.house.services.people.changePerson(
                PersonDetails(email: "p2@example.org", name: "Person Two"), by: night.stars.week.admin)
            let answer = try await client.post("\(path)/file", from: ready, [:])
            #expect(answer.status == 409 && answer.words.contains("Make it anew."))
            #expect(try await client.get(path).status == 404)
        }
    }

    @Test("A printer that fails, or is not there, is said in a sentence")
    func fails() async throws {
        try await with(printer: "exit 1") { _, _, client async throws in
            _ = try await page(try await asked(client), saying: "WeasyPrint could not print", client)
        }
        try await with(printer: nil) { _, _, client async throws in
            let page = try await client.get(Self.pages)
            let paper = try await client.post("\(Self.pages)/papers", from: page, ["paper": "certificates"])
            #expect(paper.words.contains("WeasyPrint is not installed") && !paper.body.contains("Make one PDF"))
            let refused = try await client.post("\(Self.pages)/pdf", from: page, [:])
            #expect(refused.status == 409 && refused.words.contains("Print the pages from the browser"))
        }
    }

    @Test("The page tells how far it is, and is read again without JavaScript until it is done")
    func progress() async throws {
        let waits = "echo 'INFO: Step 5 - Creating layout - Page 1' >&2; sleep 60"
        try await with(printer: waits) { _, _, client async throws in
            let path = try await asked(client)
            let page = try await page(path, saying: "1 of 2 certificates set", client)
            #expect(page.body.contains("<progress") && page.body.contains("http-equiv=\"refresh\""))
            #expect(page.body.contains("data-stage=\"\(path)/live\""))
            let early = try await client.post("\(path)/file", from: page, [:])
            #expect(early.status == 303 && early.location == path)
        }
    }
}
