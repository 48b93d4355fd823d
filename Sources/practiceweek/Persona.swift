import CSV
import Foundation

/// Somebody to be in the demo.
struct Persona {
    let email: String
    let title: String
    let blurb: String

    static func read(_ path: String) throws -> [Persona] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let document = CSVDocument.read(
            Array(data), expecting: CSVExpectation(required: ["email", "title", "blurb"]))
        return document.records.map {
            Persona(email: $0["email"] ?? "", title: $0["title"] ?? "", blurb: $0["blurb"] ?? "")
        }
    }
}
