import Domain
import Foundation
import TestSupport
import Testing

@testable import Exchange

@Suite("CSV exports")
struct CSVExportTests {
    @Test(
        "have the columns of the interface, in order",
        arguments: [
            (CSVKind.sites, "name,address"), (.rooms, "site,name,capacity,access"),
            (.teams, "name,service,site,from,to"),
            (.people, "email,name,team,job_title,roles,employer"), (.events, "slug,title,from,to,state"),
            (.strands, "event,slug,name"),
            (
                .sessions,
                "reference,event,title,kind,strand,starts_at,ends_at,site,room,online_url,capacity,taken,waiting,state,facilitator_email,audience,description"
            ), (.series, "slug,event,title,rule,starts_at,minutes,site,room,capacity,facilitator_email,until,count"),
            (
                .bookings,
                "session,session_title,starts_at,person_email,person_name,team,state,position,booked_at,booked_by"
            ),
        ])
    func columns(kind: CSVKind, header: String) async throws {
        try await ImportBench.with { bench in
            let text = try await bench.export(kind).text
            #expect(text.hasPrefix("\u{FEFF}\(header)\r\n"))
        }
    }

    @Test("write times by the wall, and the console's table with the offset")
    func times() async throws {
        let session = try Made.session(starts: "2018-06-06 09:30")
        #expect(SessionTable.row(session, .wall)[5] == .text("2018-06-06 09:30"))
        #expect(SessionTable.row(session, .offset)[5] == .text("2018-06-06T09:30:00+01:00"))
        #expect(SessionTable.row(session, .wall)[7...8].map(\.text) == ["Corbyn Road", "Room 1"])
        #expect(SessionTable.row(session, .wall).count == SessionTable.names.count)
    }

    @Test("give anybody the released sessions, without link and addresses, and nothing else")
    func rights() async throws {
        try await ImportBench.with { bench in
            let session = try await bench.week.session(
                "Open", online: "https://meet.example.org/x", facilitators: ["lead@example.org"],
                audience: [.role(.practitioner)])
            _ = try await bench.week.session("Secret draft", starts: "2018-01-30 09:30", release: false)
            let export = CSVExport(services: bench.house.services)
            let visitor = Actor(.visitor, channel: .web)
            let text = try await export.bytes(.sessions, by: visitor, byteOrderMark: false).text
            #expect(text.contains(session.reference))
            #expect(text.contains("role:practitioner"))
            #expect(!text.contains("Secret draft"))
            #expect(!text.contains("meet.example.org"))
            #expect(!text.contains("lead@example.org"))
            let practitioner = try await bench.week.actor("p1@example.org")
            for kind in [CSVKind.people, .bookings, .rooms, .teams, .series, .sites] {
                await #expect(throws: AccessRefusal.signInFirst) {
                    try await export.bytes(kind, by: visitor, byteOrderMark: false)
                }
                await #expect(throws: AccessRefusal.self) {
                    try await export.bytes(kind, by: practitioner, byteOrderMark: false)
                }
            }
            #expect(
                try await export.bytes(.sessions, by: bench.week.staff, byteOrderMark: false).text.contains(
                    "Secret draft"))
        }
    }

    @Test("neutralise formulas, and leave absent things empty")
    func formulas() async throws {
        try await ImportBench.with { bench in
            try await bench.load(.people, "email,name", "=1@example.org,\"'=HYPERLINK(1)\"")
            let text = try await bench.export(.people).text
            #expect(text.contains("'=1@example.org,'=HYPERLINK(1),,,practitioner,\r\n"))
        }
    }

    @Test("keep to an event where one is named")
    func event() async throws {
        try await ImportBench.with { bench in
            try await bench.week.session("In the week")
            try await bench.load(.events, "slug,title,from,to", "other,Other,2018-03-01,2018-03-02")
            try await bench.load(.sessions, "event,title,starts_at,ends_at", "other,Elsewhere,,")
            let text = try await bench.export(.sessions, event: "week").text
            #expect(text.contains("In the week"))
            #expect(!text.contains("Elsewhere"))
        }
    }
}
