import Domain
import Exchange
import Foundation
import Services
import TestSupport
import Testing

@Suite("Importing a guest list")
struct GuestImportTests {
    private func with(_ body: (TestGala) async throws -> Void) async throws {
        try await TestHouse.with { house in try await body(try await TestGala.make(in: house)) }
    }

    private func take(_ gala: TestGala, _ rows: String) async throws -> ImportReport {
        try await gala.house.services.work { work in
            try await GuestImport(services: gala.house.services).run(Array(rows.utf8), by: gala.staff, in: work)
        }
    }

    @Test("Who is twice in a file of 5,000 rows is said by row and added once; the whole again changes nothing")
    func many() async throws {
        try await with { gala async throws in
            var rows = "name,email,party,diet,access\n"
            for number in 0..<5_000 {
                let who = number % 4_500
                rows +=
                    who.isMultiple(of: 2)
                    ? "Guest \(who),g\(who)@example.org,2,vegetarian,\n" : "Guest \(who),,3,,step free\n"
            }
            let report = try await take(gala, rows)
            #expect(report.accepted == 4_500 && report.unchanged == 500 && report.isGood)
            #expect(report.warnings.count == 500)
            #expect(report.warnings.first?.row == 4_501)
            #expect(report.warnings.first?.message == "They are in row 1 already. This row was left out.")
            let counts = try await gala.guests.counts(of: "gala", by: gala.staff)
            #expect(counts.guests == 4_500 && counts.people == 11_250)
            let again = try await take(gala, rows)
            #expect(again.accepted == 0 && again.unchanged == 5_000)
        }
    }

    @Test("An export imported again changes nothing")
    func roundTrip() async throws {
        try await with { gala async throws in
            _ = try await gala.add("Grace 🌟", email: "grace@example.org", party: 2)
            _ = try await gala.add("p1@example.org")
            _ = try await gala.add(
                "محمد بن عبد الله", needs: GuestNeeds(people: [.halal: 1], access: "a seat at the front"))
            let bytes = try await GuestExport(services: gala.house.services).bytes(
                .guests, of: "gala", by: gala.staff, byteOrderMark: true)
            let report = try await gala.house.services.work { work in
                try await GuestImport(services: gala.house.services).run(bytes, by: gala.staff, in: work)
            }
            #expect(report.isGood && report.accepted == 0 && report.unchanged == 3)
        }
    }

    @Test("A row that says something else about somebody changes them")
    func changes() async throws {
        try await with { gala async throws in
            _ = try await gala.add("Ida", email: "ida@example.org")
            let report = try await take(gala, "name,email,party,diet\nIda Bright,ida@example.org,2,2 vegan\n")
            #expect(report.accepted == 1)
            let guest = try #require(try await gala.guests.guests(of: "gala", by: gala.staff).first)
            #expect(guest.name == "Ida Bright" && guest.party == 2 && guest.needs.people == [.vegan: 2])
        }
    }

    @Test("One wrong row keeps the whole file out, and every wrong one is named by row and column")
    func wrong() async throws {
        try await with { gala async throws in
            let report = try await take(
                gala,
                "ceremony,name,email,party,diet\ngala,Ida,,1,\nball,Una,,1,\n,Ada,ada,1,\ngala,Eve,,99,\ngala,Fay,,1,3 vegan\n"
            )
            #expect(report.accepted == 0)
            #expect(report.errors.map(\.row) == [2, 3, 4, 5])
            #expect(report.errors.map(\.column) == ["ceremony", "email", "party", "diet"])
            #expect(try await gala.guests.guests(of: "gala", by: gala.staff).isEmpty)
        }
    }
}
