import Domain
import Foundation
import HTTPTypes
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Files that come with a nomination")
struct EvidencePagesTests {
    private func browser(_ email: String, _ house: TestHouse) async throws -> RouteClient {
        let client = RouteClient(house)
        try await client.signIn(email, house)
        return client
    }

    private func address(_ nomination: Nomination) -> String { "/nominations/\(nomination.id.uuidString.lowercased())" }

    /// Adds a file by its form. Answers what came of it.
    private func add(
        _ file: [UInt8], to nomination: Nomination, by client: RouteClient,
        named name: String = "dana-quill-school.jpg",
        caption: String = "The garden that they made"
    ) async throws -> RouteClient.Answer {
        let page = address(nomination)
        return try await client.upload(
            "\(page)/files", from: client.get(page), ["caption": caption], file: file, named: name)
    }

    private func files(_ page: RouteClient.Answer) -> [String] {
        page.body.matches(of: /href="(\/files\/[^"]*)"/).map { String($0.output.1) }
    }

    private static func photograph() -> [UInt8] {
        TestPicture.photograph(TestPicture.jpeg(), orientation: 6)
    }

    @Test("Whoever nominated adds a picture, which is kept without its name, its place and its time, and removes it")
    func picture() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let nomination = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let mine = try await browser("p1@example.org", house)
            let added = try await add(Self.photograph(), to: nomination, by: mine)
            #expect(added.location == "\(address(nomination))?done=file")
            let page = try await mine.get(address(nomination))
            #expect(page.words.contains("Picture 1: The garden that they made"))
            #expect(!page.body.contains("dana-quill"))
            let file = try #require(files(page).first)
            for (path, isSmall) in [(file, false), ("\(file)?size=small", true)] {
                let shown = try await mine.get(path)
                #expect(shown.status == 200)
                #expect(shown.headers[.contentType] == "image/jpeg")
                #expect(shown.headers[.cacheControl] == "private, no-store")
                #expect(shown.headers[.contentSecurityPolicy] == "sandbox; default-src 'none'")
                #expect(shown.headers[.xContentTypeOptions] == "nosniff")
                #expect(shown.headers[.contentDisposition] == "inline; filename=\"picture-1.jpg\"")
                #expect(shown.bytes.starts(with: [0xFF, 0xD8]) && shown.bytes.count > 100, "small: \(isSmall)")
                #expect(!String(decoding: shown.bytes, as: UTF8.self).contains("SECRETPLACE"))
            }
            let removed = try await mine.post("\(address(nomination))\(file)/removal", from: page)
            #expect(removed.location == "\(address(nomination))?done=file-removed")
            #expect(try await mine.get(file).status == 404)
            #expect(try await house.holds("not exists (select from app.nomination_file_content)"))
        }
    }

    @Test(
        "What is no picture and no PDF, or too much, is refused in a sentence, and what was typed stays",
        arguments: [
            (
                "sheet.xlsx", Array("PK\u{3}\u{4} xl/workbook.xml".utf8), 422,
                "Save another kind of document as a PDF first"
            ),
            ("holiday.jpg", Array("MZ\u{90}\0\u{3}".utf8), 422, "Choose a picture (JPEG, PNG, WebP or HEIC) or a PDF"),
            (
                "drawing.svg", Array("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>".utf8), 422,
                "Choose a picture"
            ),
            ("page.pdf", Array("<html>%PDF-1.4 %%EOF".utf8), 422, "Choose a picture"),
            ("empty.png", [], 422, "Choose a file that is not empty"),
            ("cut.png", Array(TestPicture.png().prefix(70)), 422, "This picture cannot be opened"),
            ("bomb.png", TestPicture.png(10, 10, declaring: (60_000, 60_000)), 422, "more points than can be opened"),
            ("large.pdf", TestPicture.pdf + [UInt8](repeating: 0x20, count: 6 * 1024 * 1024), 413, "larger than 5 MB"),
            ("large.pdf", TestPicture.pdf + [UInt8](repeating: 0x20, count: 5 * 1024 * 1024), 413, "larger than 5 MB"),
        ])
    func refused(_ name: String, _ bytes: [UInt8], _ status: Int, _ sentence: String) async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let nomination = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let mine = try await browser("p1@example.org", house)
            let answer = try await add(bytes, to: nomination, by: mine, named: name, caption: "Kept words")
            #expect(answer.status == status)
            #expect(answer.words.contains(sentence))
            #expect(answer.body.contains("<title>Error: ") && answer.body.contains("href=\"#file\""))
            #expect(answer.body.contains("value=\"Kept words\""))
            #expect(try await house.holds("not exists (select from app.nomination_file)"))
        }
    }

    @Test("A caption is asked for, and holds no case number", arguments: ["", "Case 4711"])
    func caption(_ caption: String) async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let nomination = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let answer = try await add(
                TestPicture.png(), to: nomination, by: browser("p1@example.org", house), caption: caption)
            #expect(answer.status == 422 && answer.body.contains("href=\"#caption\""))
        }
    }

    @Test("Three are taken and no fourth, the same press twice adds one, and a place that is free again is used")
    func three() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let nomination = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let mine = try await browser("p1@example.org", house)
            let page = try await mine.get(address(nomination))
            for _ in 1...2 {
                let pressed = try await mine.upload(
                    "\(address(nomination))/files", from: page, ["caption": "Once"], file: TestPicture.png(), named: "a"
                )
                #expect(pressed.status == 303)
            }
            #expect(try await add(TestPicture.pdf, to: nomination, by: mine).status == 303)
            #expect(try await add(TestPicture.webp, to: nomination, by: mine).status == 303)
            let full = try await mine.get(address(nomination))
            #expect(full.words.contains("Document 2 (PDF)") && !full.body.contains("type=\"file\""))
            // Whoever had the page open before is told.
            let fourth = try await mine.upload(
                "\(address(nomination))/files", from: page,
                ["caption": "Once more", "idempotency_key": "another-key-of-this-test-0001"], file: TestPicture.png(),
                named: "a")
            #expect(fourth.status == 409 && fourth.words.contains("A nomination has 3 files at most"))
            let pdf = try await mine.get(files(full)[1])
            #expect(pdf.headers[.contentType] == "application/pdf" && pdf.bytes == TestPicture.pdf)
            #expect(pdf.headers[.contentDisposition] == "attachment; filename=\"document-2.pdf\"")
            _ = try await mine.post("\(address(nomination))\(files(full)[0])/removal", from: full)
            #expect(try await add(TestPicture.png(), to: nomination, by: mine).status == 303)
            #expect(try await mine.get(address(nomination)).words.contains("Picture 1: The garden"))
        }
    }

    @Test("Nobody else adds, removes or opens; staff open; after screening it stays; taken back it is deleted")
    func others() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let nomination = try await stars.nominate("p2@example.org", by: "p1@example.org")
            let mine = try await browser("p1@example.org", house)
            _ = try await add(TestPicture.png(), to: nomination, by: mine)
            let page = try await mine.get(address(nomination))
            let file = try #require(files(page).first)
            for email in [
                "p2@example.org", "p3@example.org", "manager@example.org", "admin@example.org", "lead@example.org",
            ] {
                let other = try await browser(email, house)
                #expect(try await other.get(file).status == 404, "\(email)")
                let token = ["csrf": house.services.access.formToken(of: other.cookie("pw_session") ?? "")]
                #expect(try await other.post("\(address(nomination))\(file)/removal", token).status == 404, "\(email)")
                #expect(try await other.post("\(address(nomination))/files", token).status == 404, "\(email)")
            }
            let staff = try await browser("officer@example.org", house)
            #expect(try await staff.get(file).status == 200)
            #expect(try await staff.get(file + "x").status == 404)
            _ = try await stars.awards.accept(nomination.id, by: stars.week.staff)
            let late = try await mine.post("\(address(nomination))\(file)/removal", from: page)
            #expect(late.status == 409 && late.body.contains("href=\"#files\""))
            #expect(try await mine.get(file).status == 200)
            try await stars.awards.withdrawNomination(nomination.id, by: stars.week.actor("p1@example.org"))
            #expect(try await mine.get(file).status == 404)
            #expect(try await house.holds("not exists (select from app.nomination_file_content)"))
            #expect(try await mine.get("/me/data").words.contains("Nominations that you made"))
        }
    }

    @Test("A judge sees what a screener has passed, beside the citation; with a conflict there is nothing")
    func judge() async throws {
        try await TestHouse.with { house in
            let (stars, first, _) = try await TestAwards.judged(in: house)
            // A voice that comes while the round is on is added and passed.
            try await house.asOwner { owner in
                try await owner.execute(
                    unsafe: """
                        set session_replication_role = replica; update nomination set state = 'submitted', candidate_id = null;
                        update scheme set nominations_closed_at = null
                        """)
            }
            let nomination = try #require(
                try await stars.awards.nominations(of: "stars", by: stars.week.staff).first {
                    $0.nominee == "p2@example.org"
                })
            _ = try await add(TestPicture.png(), to: nomination, by: browser("p1@example.org", house))
            _ = try await stars.awards.accept(nomination.id, by: stars.week.staff)
            let judge = try await browser("p5@example.org", house)
            let staff = try await browser("officer@example.org", house)
            let screening = "/awards/schemes/stars\(address(nomination))"
            let page = try await staff.get(screening)
            let file = try #require(files(page).first)
            #expect(page.words.contains("The panel does not see it"))
            #expect(try await judge.get(file).status == 404)
            #expect(!(try await judge.get("/judging/\(first.text)").body.contains("/files/")))
            let passed = try await staff.post("\(screening)\(file)", from: page, ["do": "pass"])
            #expect(passed.location == "\(screening)?done=passed")
            #expect(try await judge.get("/judging/\(first.text)").words.contains("1 picture Picture 1: The garden"))
            #expect(try await judge.get(file).status == 200)
            #expect(try await browser("p3@example.org", house).get(file).status == 404)
            let again = try await staff.post("\(screening)\(file)", from: staff.get(screening), ["do": "pass"])
            #expect(again.status == 409 && again.body.contains("href=\"#evidence\""))
            let conflicted = try await browser("p7@example.org", house)
            #expect(try await conflicted.get(file).status == 200)
            try await stars.awards.declareConflict(
                first, reason: "I know this person", by: stars.week.actor("p7@example.org"))
            let (gone, never) = (
                try await conflicted.get(file),
                try await conflicted.get("/files/00000000-0000-4000-8000-000000000000")
            )
            #expect(gone.status == 404 && gone.body == never.body)
            let held = try await staff.post("\(screening)\(file)", from: staff.get(screening), ["do": "hold"])
            #expect(held.location == "\(screening)?done=held")
            #expect(try await judge.get(file).status == 404)
            #expect(!(try await judge.get("/judging/\(first.text)").body.contains("/files/")))
        }
    }

    @Test("Of a young person a second person passes it too, and somebody has to have agreed; who opens it is recorded")
    func young() async throws {
        try await TestHouse.with { house in
            let stage = try await GuardedStage(house)
            let awards = stage.stars.awards
            let file = try await stage.file()
            let judge = try await stage.browser("p5@example.org")
            func seen() async throws -> Int {
                let answer = try await judge.get("/files/\(file)")
                return answer.status
            }
            let guardian = try await stage.actor("guard@example.org")
            let nomination = stage.nomination.id
            try await awards.passEvidence(file, of: nomination, by: stage.stars.week.staff)
            #expect(try await seen() == 404)
            await #expect(throws: EvidenceRefusal.passedAlready) {
                try await awards.passEvidence(file, of: nomination, by: stage.stars.week.staff)
            }
            let page = try await stage.browser("guard@example.org").get(
                "/staff/protection/candidates/\(stage.young.text)")
            #expect(page.words.contains("A second person has to pass it too"))
            #expect(page.words.contains("Nobody has agreed yet that the panel sees a picture"))
            try await awards.passEvidence(file, of: nomination, by: guardian)
            #expect(try await seen() == 404)
            _ = try await house.services.protection.record(
                NewConsent(use: .panel, channel: .picture, agrees: true, giver: "A", capacity: .carer), of: stage.young,
                by: stage.stars.week.staff)
            #expect(try await seen() == 200)
            #expect(
                try await house.holds(
                    "1 = (select count(*) from app.audit_entry where action = 'evidence.read' and object = 'evidence:\(file.uuidString.lowercased())')"
                ))
            _ = try await house.services.protection.record(
                NewConsent(use: .panel, channel: .picture, agrees: false, giver: "B", capacity: .child),
                of: stage.young,
                by: stage.stars.week.staff)
            #expect(try await seen() == 404)
        }
    }

    @Test("Nobody passes what they added, nor words that name the young person")
    func own() async throws {
        try await TestHouse.with { house in
            let stars = try await TestAwards.make(in: house)
            let mine = try await stars.nominate("p2@example.org", by: "officer@example.org")
            let prepared = try await stars.awards.prepare(TestPicture.pdf)
            let own = try await stars.awards.addEvidence(
                prepared, caption: "A letter", to: mine.id, by: stars.week.staff)
            await #expect(throws: EvidenceRefusal.ownFile) {
                try await stars.awards.passEvidence(own, of: mine.id, by: stars.week.staff)
            }
            let young = try await stars.nominate("Zebedee Canaryquill", by: "p1@example.org", in: "young")
            let named = try await stars.awards.addEvidence(
                prepared, caption: "Zebedee in the garden", to: young.id, by: stars.week.actor("p1@example.org"))
            await #expect(throws: EvidenceRefusal.namesThem) {
                try await stars.awards.passEvidence(named, of: young.id, by: stars.week.staff)
            }
        }
    }
}
