import Domain
import Foundation
import Services
import TestSupport
import Testing

@testable import Console

@Suite("Certificates at the console")
struct CertificateCommandTests {
    private func with(
        _ body: (TestHouse, _ directory: URL, _ run: (String...) async -> Ran) async throws -> Void
    ) async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("certificates-\(UUID())")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: directory) }
        try await TestHouse.with { house in
            _ = try await TestCeremony.make(in: house)
            try await body(house, directory) { (lines: String...) in
                await Ran.run(
                    house,
                    ConsoleOptions(
                        as: "officer@example.org", osUser: "tester", commands: lines, format: .json,
                        printerPath: directory.path))
            }
        }
    }

    /// Says which page it is at and makes a file of what it was given.
    private func install(in directory: URL, _ script: String) throws {
        let program = directory.appendingPathComponent("weasyprint")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: program)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    }

    private static let copies = """
        echo 'INFO: Step 5 - Creating layout - Page 1' >&2
        echo 'INFO: Step 5 - Creating layout - Page 2' >&2
        for last in "$@"; do page="$file"; file="$last"; done
        { printf '%%PDF of '; cat "$page"; } > "$file"
        """

    private func files(_ directory: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
    }

    @Test("Each certificate is a file named by a code, and never by a name")
    func pages() async throws {
        try await with { _, directory, run async throws in
            let out = directory.appendingPathComponent("out")
            let ran = await run("certificate night --out \(out.path)")
            try #require(ran.code == 0, "\(ran.error)")
            let files = try files(out)
            #expect(files.count == 3 && files.contains("certificate.css"))
            #expect(Set(ran.rows.compactMap { $0["file"] }) == Set(files).subtracting(["certificate.css"]))
            #expect(files.allSatisfy { !$0.lowercased().contains("person") })
            let pages = try files.map { try String(contentsOf: out.appendingPathComponent($0), encoding: .utf8) }
            #expect(pages.filter { $0.contains("Person 2") && $0.contains("is the winner of") }.count == 1)
            #expect(pages.filter { $0.contains("Person 4") && $0.contains("is highly commended in") }.count == 1)
        }
    }

    @Test("One file holds all of them, and its PDF says how far it is")
    func oneFile() async throws {
        try await with { _, directory, run async throws in
            try install(in: directory, Self.copies)
            let out = directory.appendingPathComponent("out")
            let ran = await run("certificate night --out \(out.path) --one-file --pdf")
            try #require(ran.code == 0, "\(ran.error)")
            #expect(try files(out) == ["certificate.css", "certificates.html", "certificates.pdf"])
            #expect(ran.row["file"] == "certificates.pdf")
            #expect(ran.error.contains("2 of 2 certificates set\n"))
            let pdf = try String(contentsOf: out.appendingPathComponent("certificates.pdf"), encoding: .utf8)
            #expect(pdf.hasPrefix("%PDF of ") && pdf.contains("Person 2") && pdf.contains("Person 4"))
        }
    }

    @Test("Somebody at a terminal sees one line that changes, one for each file otherwise")
    func each() async throws {
        try await with { _, directory, run async throws in
            try install(in: directory, Self.copies)
            let ran = await run("certificate night --out \(directory.appendingPathComponent("out").path) --pdf")
            try #require(ran.code == 0, "\(ran.error)")
            #expect(ran.error.contains("1 of 2 printed\n2 of 2 printed\n"))
            #expect(ran.rows.allSatisfy { $0["file"]?.hasSuffix(".pdf") == true } && ran.rows.count == 2)
        }
    }

    @Test("Without WeasyPrint nothing is opened nor written, and one that fails is named")
    func without() async throws {
        try await with { _, directory, run async throws in
            let out = directory.appendingPathComponent("out")
            let ran = await run("certificate night --out \(out.path) --pdf")
            #expect(ran.code == 1 && ran.error.contains("WeasyPrint is not installed"))
            #expect(!FileManager.default.fileExists(atPath: out.path))
            #expect(await run("ceremony prints night").rows.isEmpty)
            try install(in: directory, "exit 1")
            let failed = await run("certificate night --out \(out.path) --one-file --pdf")
            #expect(failed.code == 1 && failed.error.contains("WeasyPrint could not print certificates.html."))
        }
    }
}
