import Domain
import Foundation
import HTTPTypes
import Postgres
import Services
import TestSupport
import Testing

@testable import Web

@Suite("Text that would be a script")
struct StoredScriptTests {
    /// Each has been a hole somewhere: tags, attributes, quotes with what combines with them, entities, addresses, templates.
    private static let payloads = [
        "<script>alert(1)</script>", "<ScRiPt>alert(1)</sCrIpT>", "</script><script>alert(1)</script>",
        "</title><script>alert(1)</script>", "</textarea><script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "<svg onload=alert(1)>", "<svg/onload=alert(1)//", "<body onload=alert(1)>",
        "<iframe srcdoc='<script>alert(1)</script>'>", "<details open ontoggle=alert(1)>",
        "<a href=javascript:alert(1)>x</a>",
        "<input autofocus onfocus=alert(1)>", "<video><source onerror=alert(1)>",
        "<math><mi xlink:href=javascript:alert(1)>",
        "<form action=javascript:alert(1)><button>x", "<base href=//example.org>",
        "<meta http-equiv=refresh content=0>",
        "<link rel=stylesheet href=//example.org>", "<!--<img src=x onerror=alert(1)>-->",
        "<![CDATA[<script>alert(1)</script>]]>",
        "\" onmouseover=\"alert(1)", "' onmouseover='alert(1)", "\"><script>alert(1)</script>",
        "'><script>alert(1)</script>",
        "\"\u{301} onmouseover=alert(1) x=\"", "'\u{301} onmouseover=alert(1) x='", "<\u{301}script>alert(1)</script>",
        "\"\u{338}><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;alert(1)",
        "&quot; onload=alert(1)",
        "javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "{{constructor.constructor('alert(1)')()}}",
        "${alert(1)}", "`-alert(1)-`", "\\\"><script>alert(1)</script>", "＜script＞alert(1)＜/script＞",
    ]

    /// The columns that pages show, by table. `$` stands for the text; the id keeps names apart.
    private static let columns = [
        ("site", ["name", "address"]), ("room", ["name", "access"]), ("team", ["name", "service"]),
        ("person", ["name", "job_title"]),
        ("organisation", ["name"]), ("event", ["title"]), ("strand", ["name"]),
        ("session", ["title", "description", "cancel_reason"]),
        ("release_session", ["title", "description"]), ("release", ["note"]), ("booking", ["cancel_reason"]),
        ("booking_history", ["reason"]), ("audit_entry", ["reason"]),
        ("outbox", ["sent_subject", "sent_text", "last_error"]),
        (
            "proposal",
            ["name", "organisation", "title", "description", "dates", "audience", "equipment", "decline_reason"]
        ),
        ("export_recipe", ["name"]),
    ]

    /// The page without its texts: tags with the names of their attributes.
    private func skeleton(_ html: String) -> [[UInt8]] {
        var tags: [[UInt8]] = []
        for part in Array(html.utf8).split(separator: UInt8(ascii: "<")).dropFirst(html.hasPrefix("<") ? 0 : 1) {
            let name = part.first.map { [UInt8(ascii: "/"), UInt8(ascii: "!")].contains($0) } == true ? 1 : 0
            guard let letter = part.dropFirst(name).first, (letter | 0x20) >= 0x61, (letter | 0x20) <= 0x7A,
                let end = part.firstIndex(of: UInt8(ascii: ">"))
            else { continue }
            // What stands between two quotes is a value.
            let pieces = part[..<end].split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
            tags.append(Array(pieces.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()))
        }
        return tags
    }

    @Test("Whatever is stored, a page keeps the tags and attributes that it has with plain words")
    func skeletons() async throws {
        try await TestHouse.with { house in
            let week = try await TestWeek.make(in: house)
            let session = try await week.session(
                room: "Corbyn Road/Room 1", capacity: 1, facilitators: ["lead@example.org"])
            let off = try await week.session("Off", starts: "2018-01-30 09:00")
            try await week.book(session, "admin@example.org")
            try await week.book(session, "p2@example.org")
            let given = try await week.book(off, "admin@example.org")
            _ = try await house.services.booking.cancel(
                given.id, reason: "Ill", by: try await week.actor("admin@example.org"))
            _ = try await house.services.programme.cancelSession(
                off.reference, reason: "Trainer is ill", by: week.staff)
            let invitation = try await house.services.proposals.invite(
                to: "week", closingOn: day("2018-01-31"), today: day("2018-01-15"), by: week.staff)
            let offered = try ProposalContent.read([
                .name: "A Friend", .email: "friend@example.org", .organisation: "Friends", .title: "Of a friend",
                .description: "Listening", .minutes: "60", .size: "12", .dates: "Any", .audience: "All",
                .equipment: "None",
            ])
            for _ in 0..<2 {
                _ = try await house.services.proposals.propose(offered, invitation: invitation, by: week.staff)
            }
            if let first = try await house.services.proposals.proposals(for: "week", by: week.staff).first {
                try await house.services.proposals.decline(first.id, reason: "No room", by: week.staff)
            }
            _ = try await house.services.files.saveRecipe("Recipe", kind: "sites", event: nil, by: week.staff)
            let person = try #require(
                try await house.services.people.people(email: "admin@example.org", by: week.admin).first)
            let things = [
                "slug": ["week"], "reference": [session.reference, off.reference], "token": [invitation],
                "id": [person.publicID.uuidString, given.id.uuidString, "1"], "name": ["none"],
            ]
            // Whoever has the most to see, and a place and a place given back besides.
            let browser = RouteClient(house)
            try await browser.signIn("admin@example.org", house)
            func pages(_ wanted: Set<String>? = nil) async throws -> [String: String] {
                var pages: [String: String] = [:]
                let client = RouteClient(house)
                client.setCookie("pw_session", browser.cookie("pw_session"))
                for path in EveryPath.of(client.site, things) where !path.hasPrefix("/api/") {
                    if let wanted, !wanted.contains(path) { continue }
                    let answer = try await client.get(path)
                    guard answer.headers[.contentType]?.hasPrefix("text/html") == true else { continue }
                    pages[path] = answer.body
                }
                return pages
            }
            /// Every text that is there becomes this one.
            func store(_ text: String) async throws {
                let sets = Self.columns.map { table, columns in
                    // Keeps names apart, and rows in one order.
                    let key =
                        switch table {
                        case "release_session": "session_id"
                        case "export_recipe": "public_id"
                        default: "id"
                        }
                    // A slash parts a site from its room, so neither name has one.
                    let dropped = table == "site" || table == "room" ? "/" : ""
                    let sets = columns.map {
                        "\($0) = case when \($0) <> '' then translate($text$\(text)$text$, '\(dropped)', '') || \(key) else \($0) end"
                    }
                    return "update \(table) set \(sets.joined(separator: ", "))"
                }
                try await house.asOwner { owner in
                    try await owner.execute(
                        unsafe: "set session_replication_role = replica; \(sets.joined(separator: "; "))")
                }
            }
            try await store("plain words")
            let plain = try await pages()
            #expect(plain.count > 50)
            let telling = Set(plain.filter { $0.value.localizedCaseInsensitiveContains("plain") }.keys)
            #expect(telling.count > 25)
            for (number, payload) in Self.payloads.enumerated() {
                try await store(payload)
                // All pages once; after that those on which what is stored shows.
                for (page, body) in try await pages(number == 0 ? nil : telling) where skeleton(body) != skeleton(plain[page] ?? "") {
                    Issue.record("\(page) has other tags with \(payload)")
                }
            }
        }
    }

    @Test("A page that did not escape would have other tags")
    func control() {
        let plain = skeleton("<p title=\"plain words\">plain words</p>")
        for payload in ["<img src=x>", "\" onmouseover=\"alert(1)"] {
            #expect(skeleton("<p title=\"\(payload)\">\(payload)</p>") != plain)
        }
    }
}
