import Foundation
package import Postgres

extension JSONText {
    /// A small object of texts, keys sorted, for the audit and the outbox.
    package static func object(_ fields: [String: String?]) -> JSONText {
        let present = fields.compactMapValues(\.self)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(present) else { return JSONText("{}") }
        return JSONText(String(decoding: data, as: UTF8.self))
    }
}
