package import Domain
package import Foundation
import Postgres
import Store

/// What was opened to be printed: it stays about when a consent ends, and then somebody has to destroy it.
extension CeremonyService {
    /// The running order as it goes on paper or into a file; noted.
    package func orderToPrint(
        _ slug: String, as paper: CeremonyPaper = .script, by actor: Actor, in work: Work? = nil
    ) async throws -> (ceremony: Ceremony, order: RunningOrder) {
        try await house.within(work) { work in
            let ceremony = try await ceremony(slug, by: actor, in: work)
            try await work.transaction.run(NotePrint(ceremony.slug, paper, by: actor.person))
            return (ceremony, try await order(ceremony, in: work))
        }
    }

    /// What was opened for print and is not destroyed, the latest first.
    package func prints(of slug: String, by actor: Actor, in work: Work? = nil) async throws -> [CeremonyPrint] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "see what was printed")
            return try await work.transaction.run(PrintsOfCeremony(actor, of: slug.lowercased()))
        }
    }

    /// Somebody says that what was printed before a consent changed is destroyed. Said twice, it has one effect.
    package func destroyed(_ print: UUID, of slug: String, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let ceremony = try await run(slug, actor, work)
            guard let done = try await work.transaction.first(DestroyPrints(ceremony.slug, print, by: actor.person))
            else { throw AccessRefusal.notFound("paper") }
            guard done.destroyed > 0 else { return }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "ceremony.destroy_print", "ceremony:\(ceremony.slug)",
                        after: .object(["paper": done.paper.rawValue, "prints": "\(done.destroyed)"]))
                ])
        }
    }

    /// Owes a mail to those who hold papers that a young person's consent no longer allows: one for each newest print, however many
    /// consents end at one sitting.
    func tellPrinters(of nominee: Int, _ work: Work) async throws {
        let template = MessageTemplate.papersChanged
        let told = try await work.transaction.run(WhoPrinted(nominee))
        guard !told.isEmpty else { return }
        try await work.transaction.run(
            InsertMessages(
                told.map {
                    .init(
                        person: $0.person, template: template, payload: "{}",
                        dedupeKey: "\(template.rawValue):\($0.print):\($0.person)",
                        messageID: "\(template.rawValue).\(house.outside.uuid())@\(house.settings.uidDomain)")
                }))
    }
}
