import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing people and places")
struct PeopleImportTests {
    @Test("makes employers that are new, and no team")
    func employers() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(
                .people, "email,name,team,employer,roles", "a@example.org,Ann,Nowhere,New Partner,practitioner",
                "not an address,Bob,,,king",
                "c@example.org,,,,")
            #expect(report.places == ["1 team", "2 email", "2 roles", "3 name"])
            let good = try await bench.load(.people, "email,name,employer", "a@example.org,Ann,New Partner")
            #expect(good.accepted == 1)
            #expect(try await bench.house.services.people.employers().contains("New Partner"))
        }
    }

    @Test("changes a person who is there, and leaves what has no column")
    func change() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(.people, "email,name,team,roles", "P1@example.org,New Name,,")
            #expect((report.errors, report.accepted) == ([], 1))
            let person = try #require(
                try await bench.house.services.people.people(email: "p1@example.org", by: bench.house.operating).first)
            #expect(person.name == "New Name")
            #expect(person.team == nil)
            #expect(person.roles == [.practitioner])
        }
    }

    @Test("refuses to let staff grant roles")
    func roles() async throws {
        try await ImportBench.with { bench in
            let bytes = Array("email,name,roles\nboss@example.org,Boss,admin\n".utf8)
            let report = try await CSVImport(services: bench.house.services).run(.people, bytes, by: bench.week.staff)
            #expect(report.errors.count == 1)
            #expect(report.errors.first?.row == 1)
        }
    }

    @Test("takes thousands at once, each with team, employer, roles and a line in the audit")
    func thousands() async throws {
        try await ImportBench.with { bench in
            let rows = (1...2_300).map {
                "n\($0)@example.org,Newcomer \($0),\($0.isMultiple(of: 2) ? "MASH Assessment" : ""),\($0.isMultiple(of: 5) ? "new TRUST" : "New Trust"),\($0.isMultiple(of: 100) ? "practitioner; manager" : "")"
            }
            let text = (["email,name,team,employer,roles"] + rows).joined(separator: "\n")
            let report = try await CSVImport(services: bench.house.services).run(
                .people, Array(text.utf8), by: bench.house.operating)
            #expect((report.errors, report.accepted) == ([], 2_300))
            let people = try await bench.house.services.people.people(by: bench.house.operating)
            let last = try #require(people.first { $0.email == "n2300@example.org" })
            #expect((last.name, last.team, last.employer) == ("Newcomer 2300", "MASH Assessment", "New Trust"))
            #expect(last.roles == [.manager, .practitioner])
            #expect(people.first { $0.email == "n1@example.org" }?.roles == [.practitioner])
            let audited = try await bench.house.services.audit.newest(1000, by: bench.week.admin)
            #expect(audited.count { $0.action == "person.add" && $0.object == "person:\(last.id)" } == 1)
            let again = try await CSVImport(services: bench.house.services).run(
                .people, Array(text.utf8), by: bench.house.operating)
            #expect((again.errors, again.unchanged) == ([], 2_300))
        }
    }

    @Test("changes thousands at once, each recorded with what was changed, and roles too")
    func thousandsChanged() async throws {
        try await ImportBench.with { bench in
            let people = bench.house.services.people
            func load(_ row: (Int) -> String) async throws -> ImportReport {
                let text = (["email,name,team,employer,roles"] + (1...1_200).map(row)).joined(separator: "\n")
                return try await CSVImport(services: bench.house.services).run(
                    .people, Array(text.utf8), by: bench.house.operating)
            }
            _ = try await load { "n\($0)@example.org,Newcomer \($0),MASH Assessment,Old Trust," }
            let report = try await load { number in
                let name = number.isMultiple(of: 3) ? "Newcomer \(number)" : "Renamed \(number)"
                return "n\(number)@example.org,\(name),,New Trust,\(number == 7 ? "manager" : "")"
            }
            #expect((report.errors, report.accepted) == ([], 1_200))
            let seventh = try #require(
                try await people.people(email: "n7@example.org", by: bench.house.operating).first)
            #expect((seventh.name, seventh.team, seventh.employer) == ("Renamed 7", nil, "New Trust"))
            #expect(seventh.roles == [.manager])
            let audited = try await bench.house.services.audit.newest(1000, by: bench.week.admin)
            let last = try #require(
                try await people.people(email: "n1200@example.org", by: bench.house.operating).first)
            let line = try #require(audited.first { $0.object == "person:\(last.id)" })
            #expect(line.action == "person.change" && line.after?.contains("team;employer") == true)
            #expect(line.after?.contains("name;") == false)
        }
    }

    @Test("names the row of each person whom it may not add, and adds nobody")
    func refusedRows() async throws {
        try await ImportBench.with { bench in
            let bytes = Array(
                "email,name,roles\na@example.org,A,\nb@example.org,B,manager\nc@example.org,C,\nd@example.org,D,staff\n"
                    .utf8)
            let report = try await CSVImport(services: bench.house.services).run(.people, bytes, by: bench.week.staff)
            #expect(report.errors.map(\.row) == [2, 4])
            #expect(report.accepted == 0)
            #expect(
                try await bench.house.services.people.people(email: "a@example.org", by: bench.house.operating).isEmpty)
        }
    }

    @Test("checks capacities and slashes, sites and dates")
    func places() async throws {
        try await ImportBench.with { bench in
            let rooms = try await bench.load(
                .rooms, "site,name,capacity", "Corbyn Road,A,0", "Corbyn Road,B,10001", "Corbyn Road,C,1.5",
                "Nowhere,D,5", "Corbyn Road,E/F,5",
                "Corbyn Road,G,", ",H,5")
            #expect(
                rooms.places == ["1 capacity", "2 capacity", "3 capacity", "4 site", "5 name", "6 capacity", "7 site"])
            let teams = try await bench.load(
                .teams, "name,site,from,to", "A,Nowhere,2018-02-01,2018-01-01", "A,,13/13/2018,")
            #expect(teams.places == ["1 site", "1 to", "2 from", "2 name"])
        }
    }
}
