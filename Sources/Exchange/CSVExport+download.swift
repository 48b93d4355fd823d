import CSV
package import Domain
import Services

extension CSVExport {
    /// A file for somebody who says what for: made and recorded in one transaction.
    package func download(
        _ kind: CSVKind, event: String? = nil, because reason: String, by actor: Actor
    ) async throws -> (name: String, bytes: [UInt8]) {
        try await services.work { work in
            let rows = try await rows(kind, event: event, by: actor, in: work)
            try await services.files.sentOut(
                kind: kind.rawValue, event: event, rows: rows.count, because: reason, by: actor, in: work)
            let bytes = CSVWriter<[TableValue]>(columns: kind.columns).file(rows, byteOrderMark: true)
            return (filename(kind, event: event), bytes)
        }
    }
}
