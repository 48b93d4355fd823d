import CSV
package import Domain
import Foundation
package import Services

/// The guest list of a ceremony as CSV, in the columns that its import reads.
package struct GuestExport: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case guests, seating

        package var columns: [String] {
            switch self {
            case .guests: GuestImport.columns
            case .seating: ["ceremony", "table", "seat", "guest"]
            }
        }
    }

    let services: Services

    package init(services: Services) {
        self.services = services
    }

    package func bytes(
        _ kind: Kind, of ceremony: String?, by actor: Actor, byteOrderMark: Bool, in work: Work? = nil
    ) async throws -> [UInt8] {
        let rows = try await rows(kind, of: ceremony, by: actor, in: work)
        return CSVWriter<[TableValue]>(columns: kind.columns).file(rows, byteOrderMark: byteOrderMark)
    }

    /// A file for somebody who says what for: made and recorded in one transaction.
    package func download(
        _ kind: Kind, of ceremony: String, because reason: String, by actor: Actor, in work: Work
    ) async throws -> (name: String, bytes: [UInt8]) {
        let rows = try await rows(kind, of: ceremony, by: actor, in: work)
        try await services.files.sentOut(
            kind: kind.rawValue, event: nil, rows: rows.count, because: reason, by: actor, in: work)
        return (
            "\(ceremony)-\(kind.rawValue).csv",
            CSVWriter<[TableValue]>(columns: kind.columns).file(rows, byteOrderMark: true)
        )
    }

    package func rows(
        _ kind: Kind, of ceremony: String?, by actor: Actor, in work: Work? = nil
    ) async throws -> [[TableValue]] {
        var slug: String?
        if let ceremony {
            let known = try await services.guests.ceremonies(by: actor, in: work)
            slug = try NameMatch.find(
                ceremony, kind: "ceremony", among: known.map { ($0.slug, $0.slug) },
                prefixes: actor.channel == .console)
        }
        switch kind {
        case .seating:
            let slugs =
                if let slug { [slug] } else {
                    try await services.guests.ceremonies(by: actor, in: work).map(\.slug)
                }
            var rows: [[TableValue]] = []
            for slug in slugs {
                let seating = try await services.guests.seatingToPrint(
                    of: slug, as: .seating, by: actor, in: work)
                for table in seating.tables {
                    rows += table.chairs.enumerated().map {
                        [.text(slug), .text(table.name), .number($0.offset + 1), .text($0.element)]
                    }
                }
            }
            return rows
        case .guests:
            return try await services.guests.guestsToPrint(of: slug, by: actor, in: work).map { guest in
                [
                    .text(guest.ceremony), .text(guest.name), TableValue(guest.email), .number(guest.party),
                    TableValue(guest.needs.dietWords), TableValue(guest.needs.accessWords), TableValue(guest.coming),
                    .number(guest.arrived), TableValue(guest.table),
                ]
            }
        }
    }
}
