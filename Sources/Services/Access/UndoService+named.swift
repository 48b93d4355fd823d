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
            entries: rows.map(\.id), action: first.action, references: rows.map(Self.reference))
    }

    private static func reference(_ entry: AuditRecord) -> String {
        String(entry.object.split(separator: ":", maxSplits: 1).last ?? "")
    }

    private func newest(_ person: ID<Person>, _ work: Work) async throws -> [AuditRecord] {
        try await work.transaction.run(NewestUndoable(person))
    }

    /// Takes back exactly these entries, all or none. Refused when the actor has done something else since.
    ///
    /// - Returns: what was undone, a sentence for each.
    package func undo(_ entries: [Int], by actor: Actor, in work: Work? = nil) async throws -> [String] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "undo this")
            guard !entries.isEmpty, let person = actor.person else { throw AccessRefusal.nothingToUndo }
            let rows = try await newest(person, work)
            guard !rows.isEmpty else { throw AccessRefusal.nothingToUndo }
            try await ProgrammeService(house: house).lock(rows.map(Self.reference), work)
            // Read again under the locks: what was done meanwhile is not taken back with it.
            let now = try await newest(person, work)
            guard Set(entries) == Set(now.map(\.id)), now.map(\.id) == rows.map(\.id) else {
                throw AccessRefusal.cannotUndo("you have changed something else since, or it has been undone already.")
            }
            var sentences: [String] = []
            for entry in now { sentences.append(try await takeBack(entry, actor, work)) }
            return sentences
        }
    }
}
