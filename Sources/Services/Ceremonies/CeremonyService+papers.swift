package import Domain
import Foundation
import Postgres
import Store

/// What is made of a ceremony: sealed script, certificates, lists, and the roll of honour.
extension CeremonyService {
    /// An award with everybody whom it names.
    package struct SealedAward: Sendable, Equatable {
        package let item: RunningOrder.Item
        package let announcements: [SealedAnnouncement]
    }

    /// Everything that a ceremony announces, for staff who may read the results of all its awards; recorded before it is shown.
    ///
    /// - Parameters:
    ///   - paper: what it is opened for, which decides how young people are named.
    ///   - isNoted: whether it is printed with this, and noted with those of whom it holds something.
    package func sealed(
        _ slug: String, _ paper: CeremonyPaper, isNoted: Bool = true, by actor: Actor, in work: Work? = nil
    ) async throws -> (ceremony: Ceremony, awards: [SealedAward]) {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "open what a ceremony announces")
            let ceremony = try await ceremony(slug, by: actor, in: work)
            guard ceremony.version != nil else {
                let unfrozen = try await work.transaction.run(UnfrozenSchemes(ceremony.id))
                throw unfrozen.isEmpty ? CeremonyRefusal.recompile : CeremonyRefusal.notFrozen(unfrozen)
            }
            guard try await work.transaction.first(CeremonyVersionHolds(ceremony.id)) == true else {
                throw CeremonyRefusal.recompile
            }
            let found = try await work.transaction.run(
                SealedAnnouncements(ceremony.id, actor, for: paper.title, use: paper.use))
            guard !found.isEmpty else {
                throw AccessRefusal.notAllowed("open what this ceremony announces before it has been announced")
            }
            let held = found.flatMap { sealed in
                paper.holds(sealed).map {
                    NotePrint.Held(candidate: sealed.candidate, use: $0.use, channel: $0.channel)
                }
            }
            if isNoted {
                try await work.transaction.run(NotePrint(ceremony.slug, paper, by: actor.person, held: held))
            }
            let awards = try await order(ceremony, in: work).awards.map { item in
                SealedAward(item: item, announcements: found.filter { $0.category == item.category })
            }
            return (ceremony, awards)
        }
    }

    /// The roll of honour; it does not exist before the embargo has ended, nor without one.
    package func roll(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> [RollEntry] {
        let entries = try await house.read(RollOfScheme(scheme.lowercased()), in: work)
        guard !entries.isEmpty else { throw AccessRefusal.notFound("roll of honour") }
        return entries
    }

    /// How somebody nominated is named on the night; nothing where nobody has written it.
    package func called(
        _ candidate: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws -> (name: String?, pronunciation: String?) {
        try await house.read(CeremonyNameOfCandidate(actor, candidate), in: work).first ?? (nil, nil)
    }

    /// Writes how somebody nominated is named on the night: the name that a young person chose, and how a name is said.
    package func name(
        _ candidate: AwardPath, as name: String?, said pronunciation: String?, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let name = try name.map { try FreeText.line($0, "the name", longest: 300, required: false) }
            let pronunciation = try pronunciation.map {
                try FreeText.line($0, "how it is said", longest: 200, required: false)
            }
            let written = try await work.transaction.first(
                WriteCeremonyName(
                    actor, candidate, name: name.flatMap { $0.isEmpty ? nil : $0 },
                    pronunciation: pronunciation.flatMap { $0.isEmpty ? nil : $0 }))
            guard let nominee = written else { throw AccessRefusal.notFound("candidate") }
            try await work.audit(actor, [AuditLine("ceremony.name", "nominee:\(nominee)")])
        }
    }
}
