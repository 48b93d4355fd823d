import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Exchange

@Suite("Importing a file")
struct FileImportTests {
    @Test(
        "refuses one that is no such file, and says so",
        arguments: [
            "", "name,address\n", "\"name\nunclosed", "PK\u{3}\u{4}xlsx", "address\nhere\n", "name,name\na,b\n",
            "name\na\u{0}b\n",
        ])
    func refused(text: String) async throws {
        try await ImportBench.with { bench in
            let report = try await CSVImport(services: bench.house.services).run(
                .sites, Array(text.utf8), by: bench.house.operating)
            #expect(!report.isGood)
            #expect(try await bench.house.services.people.sites().count == 2)
        }
    }

    @Test("looks at the good rows too when others have too many fields")
    func ragged() async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(.sites, "name,address", "A,b,c", "With/slash,x")
            #expect(report.places == ["1 -", "2 name"] || report.places == ["1 address", "2 name"])
        }
    }

    @Test("warns of columns that it does not know, and reads Windows-1252 with a note")
    func warnings() async throws {
        try await ImportBench.with { bench in
            let bytes = Array("Name;Colour\nCaf".utf8) + [0xE9] + Array(";red\n".utf8)
            let report = try await CSVImport(services: bench.house.services).run(
                .sites, bytes, by: bench.house.operating)
            #expect(report.accepted == 1)
            #expect(report.warnings.contains { $0.column == "colour" })
            #expect(report.warnings.contains { $0.message.contains("Windows-1252") })
            #expect(try await bench.house.services.people.sites().contains { $0.name == "Café" })
        }
    }

    @Test("reports in JSON with exactly these keys, null where there is nothing to say")
    func json() throws {
        var report = ImportReport()
        report.accepted = 2
        report.errors = [ImportProblem(row: 1, message: "No.")]
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let text = String(decoding: try encoder.encode(report), as: UTF8.self)
        #expect(
            text
                == #"{"accepted":2,"errors":[{"column":null,"line":null,"message":"No.","row":1,"value":null}],"unchanged":0,"warnings":[]}"#
        )
    }

    @Test("keeps to names in the first place where two people would be one", arguments: [CSVKind.people])
    func duplicates(kind: CSVKind) async throws {
        try await ImportBench.with { bench in
            let report = try await bench.load(kind, "email,name", "New@Example.org,A", " new@example.ORG ,B")
            #expect(report.places == ["2 email"])
            #expect(report.errors.first?.message.contains("row 1") == true)
        }
    }
}
