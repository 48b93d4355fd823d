import Domain
import Foundation
import Services
import TestSupport

@testable import Exchange

/// A small week with an importer and an exporter on it.
struct ImportBench {
    let house: TestHouse
    let week: TestWeek

    static func with(_ body: (ImportBench) async throws -> Void) async throws {
        try await TestHouse.with { house in
            try await body(ImportBench(house: house, week: try await TestWeek.make(in: house)))
        }
    }

    @discardableResult
    func load(_ kind: CSVKind, _ lines: String..., event: String? = nil, dryRun: Bool = false) async throws
        -> ImportReport
    {
        let text = lines.joined(separator: "\n") + "\n"
        return try await CSVImport(services: house.services).run(
            kind, Array(text.utf8), event: event, by: house.operating, dryRun: dryRun)
    }

    func export(_ kind: CSVKind, event: String? = nil) async throws -> [UInt8] {
        try await CSVExport(services: house.services).bytes(
            kind, event: event, by: house.operating, byteOrderMark: true)
    }

    func drafts() async throws -> [Session] {
        try await house.services.programme.drafts(by: house.operating)
    }
}

extension ImportReport {
    /// `row column: message`, for comparing.
    var places: [String] { errors.map { "\($0.row ?? 0) \($0.column ?? "-")" } }
}
