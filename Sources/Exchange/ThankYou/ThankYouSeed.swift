import CSV
import Domain
import Foundation
import Services

/// Shout-outs from a seed directory's `thank-you.csv`, each written as its writer and decided by whoever loads. On a wall that has
/// any, nothing is written.
struct ThankYouSeed {
    let services: Services
    let actor: Actor
    private let records: [CSVRecord]

    /// Nil where the directory has none.
    init?(directory: String, services: Services, by actor: Actor) {
        let file = URL(fileURLWithPath: directory, isDirectory: true).appendingPathComponent("thank-you.csv")
        guard let data = try? Data(contentsOf: file) else { return nil }
        records = CSVDocument.read(Array(data)).records
        self.services = services
        self.actor = actor
    }

    func load() async throws -> ImportReport {
        var report = ImportReport()
        let thankYou = services.thankYou
        try await services.work { work in
            report = ImportReport()
            guard try await thankYou.queue(nil, by: actor, in: work).isEmpty else {
                report.unchanged = records.count
                return
            }
            for record in records {
                let email = (record["writer_email"] ?? "").lowercased()
                guard let writer = try await services.people.people(email: email, by: actor, in: work).first else {
                    report.errors.append(
                        ImportProblem(row: record.row, column: "writer_email", value: email, message: "Nobody has it."))
                    continue
                }
                let recipient: ShoutOut.Recipient =
                    if let person = record["person"], !person.isEmpty {
                        .person(person)
                    } else if let team = record["team"], !team.isEmpty {
                        .team(team)
                    } else {
                        .everyone
                    }
                let event = record["event"].flatMap { $0.isEmpty ? nil : $0 }
                let id = try await thankYou.write(
                    try NewShoutOut(to: recipient, words: record["words"] ?? "", event: event),
                    by: Actor(.person(writer.id), channel: .shell), in: work)
                switch record["state"] {
                case "shown": try await thankYou.approve(id, by: actor, in: work)
                case "declined":
                    try await thankYou.decline(
                        id, reason: "Lovely, but please leave out that it is about a family.", by: actor, in: work)
                default: break
                }
                report.accepted += 1
            }
        }
        return report
    }
}
