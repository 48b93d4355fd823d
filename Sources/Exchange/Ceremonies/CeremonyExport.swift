import CSV
package import Domain
import Foundation
package import Services

/// The running order of a ceremony and its engraving list as CSV. The engraving list holds winners: opening it is recorded, and
/// young people stand in it by the name that they chose, where they agreed to it on a certificate.
package struct CeremonyExport: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case runningOrder = "running_order"
        case engraving

        package var columns: [String] {
            switch self {
            case .runningOrder: ["order", "starts_at", "minutes", "kind", "title", "presenter", "script"]
            case .engraving: ["award", "band", "name", "outcome", "year"]
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
        let known = try await services.ceremonies.ceremonies(by: actor, in: work)
        guard let ceremony else { throw CeremonyRefusal.noneNamed }
        let slug = try NameMatch.find(
            ceremony, kind: "ceremony", among: known.map { ($0.slug, $0.slug) }, prefixes: actor.channel == .console)
        let rows =
            switch kind {
            case .runningOrder: try await order(slug, actor, work)
            case .engraving: try await engraving(slug, actor, work)
            }
        return CSVWriter<[TableValue]>(columns: kind.columns).file(rows, byteOrderMark: byteOrderMark)
    }

    private func order(_ slug: String, _ actor: Actor, _ work: Work?) async throws -> [[TableValue]] {
        try await services.ceremonies.orderToPrint(slug, as: .runningOrder, by: actor, in: work).order.items.map {
            item in
            [
                TableValue(item.order), TableValue(WallClock.text(item.startsAt)), .number(item.minutes),
                .text(item.kind.rawValue), .text(item.title), TableValue(item.presenter), .text(item.script),
            ]
        }
    }

    private func engraving(_ slug: String, _ actor: Actor, _ work: Work?) async throws -> [[TableValue]] {
        let found = try await services.ceremonies.sealed(
            slug, .engraving, by: actor, in: work)
        let year = London.local(found.ceremony.startsAt).day.year
        return found.awards.flatMap { award in
            award.announcements.map(\.announcement).filter(\.isWinner).compactMap { entry in
                entry.name.map { name in
                    [
                        .text(award.item.title), TableValue(entry.band), .text(name),
                        .text(entry.outcome.rawValue), .number(year),
                    ]
                }
            }
        }
    }
}
