import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing an export")
struct RoundTripTests {
    @Test("changes nothing, whatever the kind", arguments: CSVKind.allCases)
    func unchanged(kind: CSVKind) async throws {
        try await ImportBench.with { bench in
            try await bench.load(.sites, "name,address", "=SUM(1),\"Two\nlines, quoted \"\"so\"\"\"")
            try await bench.load(.rooms, "site,name,capacity,access", "=SUM(1),+Room,9,-by lift")
            try await bench.load(.teams, "name,service,site,from,to", "North,Early Help,=SUM(1),01/04/2016,")
            try await bench.load(
                .people, "email,name,team,job_title,roles,employer",
                "new@example.org,Zoë O'Neil,North,@home,manager;staff,Partner Ltd")
            try await bench.load(.strands, "event,slug,name", "week,voice,Voice of the child")
            try await bench.load(
                .sessions, "event,title,strand,starts_at,ends_at,site,room,facilitator_email,audience,description",
                "week,\"A, B\",voice,2018-01-29 09:30,2018-01-29 10:30,=SUM(1),+Room,new@example.org,service:Early Help; employer:Partner Ltd,'=x",
                "week,Later,,,,,,,,")
            try await bench.load(
                .series, "slug,event,title,rule,starts_at,minutes,site,room,capacity,facilitator_email,until,count",
                "daily,week,Daily,RRULE:FREQ=DAILY,2018-01-29 08:00,15,=SUM(1),+Room,,lead@example.org,,4")
            _ = try await bench.house.services.programme.publishRelease("week", by: bench.house.operating)
            try await bench.load(
                .bookings, "session,person_email,state,position,booked_at",
                "WEEK18-001,p1@example.org,confirmed,,2018-01-10 10:00:30")
            let bytes = try await bench.export(kind)
            let report = try await CSVImport(services: bench.house.services).run(kind, bytes, by: bench.house.operating)
            #expect(report.errors == [])
            #expect(report.warnings == [])
            #expect(report.accepted == 0)
            #expect(report.unchanged > 0)
            #expect(try await bench.export(kind) == bytes)
        }
    }
}
