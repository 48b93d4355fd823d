import Exchange
import Foundation

extension ImportReport {
    /// One JSON object, as programs read it.
    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// As people read it.
    func words(dryRun: Bool = false) -> String {
        var lines = errors.map { "error: \($0.sentence)" } + warnings.map { "note: \($0.sentence)" }
        if !isGood {
            lines.append(
                "Nothing was imported. Mend \(errors.count == 1 ? "the error" : "the \(errors.count) errors") above and try again."
            )
        } else {
            lines.append("\(accepted) \(dryRun ? "would be taken in" : "taken in"), \(unchanged) unchanged.")
        }
        return lines.joined(separator: "\n")
    }
}

extension SeedReport {
    /// A line for each file, and what was released.
    var lines: [String] {
        files.map { "\($0.name): \($0.report.words())" } + released.map { "released \($0)" }
            + problems.map { "problem: \($0)" }
    }
}
