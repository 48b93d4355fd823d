package import Domain
import Postgres
import Store

/// What somebody did last to sessions, in one go, and could take back.
package struct UndoOffer: Sendable, Equatable {
    /// The audit's entries, newest first.
    package let entries: [Int]
    package let action: String
    package let references: [String]
}

/// Undo for a page: it names what it takes back, so that an old page never takes back something newer.
extension UndoService {
    package func offer(by actor: Actor, in work: Work? = nil) async throws -> UndoOffer? {
        guard let person = actor.person else { return nil }
        let rows = try await house.read(NewestUndoable(person), in: work)
        guard let first = rows.first else { return nil }
        return UndoOffer(
            entries: rows.map(\.id), action: first.action,
            references: rows.map { String($0.object.split(separator: ":", maxSplits: 1).last ?? "") })
    }

    /// Takes back exactly these entries, all or none. Refused when the actor has done something else since.
    ///
    /// - Returns: what was undone, a sentence for each.
    package func undo(_ entries: [Int], by actor: Actor, in work: Work? = nil) async throws -> [String] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "undo this")
            guard !entries.isEmpty, let offer = try await offer(by: actor, in: work) else {
                throw AccessRefusal.nothingToUndo
            }
            guard Set(entries) == Set(offer.entries) else {
                throw AccessRefusal.cannotUndo("you have changed something else since, or it has been undone already.")
            }
            try await ProgrammeService(house: house).lock(offer.references, work)
            var sentences: [String] = []
            for entry in offer.entries {
                guard try await work.transaction.first(LastUndoable(actor))?.id == entry else {
                    throw AccessRefusal.cannotUndo("you have changed something else since.")
                }
                sentences.append(try await undo(by: actor, in: work))
            }
            return sentences
        }
    }
}
