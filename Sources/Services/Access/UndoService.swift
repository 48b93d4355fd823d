package import Domain
import Foundation
import Postgres
import Store

/// Takes back the actor's last move, change or cancelling of a session, or booking or cancelling of a place, by the same rules
/// as any other change: what somebody else has changed since, or taken, stays theirs.
package struct UndoService: Sendable {
    let house: House

    /// - Returns: what was undone, as a sentence.
    package func undo(by actor: Actor, in work: Work? = nil) async throws -> String {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            guard let entry = try await work.transaction.first(LastUndoable(actor)) else {
                throw AccessRefusal.nothingToUndo
            }
            return try await takeBack(entry, actor, work)
        }
    }

    func takeBack(_ entry: AuditRecord, _ actor: Actor, _ work: Work) async throws -> String {
        let name = entry.object.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
        switch entry.action {
        case "session.move", "session.change": return try await undoEdit(entry, name, actor, work)
        case "session.cancel": return try await undoCancel(entry, name, actor, work)
        case "session.add": return try await undoAdd(entry, name, actor, work)
        case "session.remove": return try await undoRemove(entry, name, actor, work)
        case "audience.set": return try await undoAudience(entry, name, actor, work)
        case "booking.book": return try await undoBook(entry, name, actor, work)
        case "booking.cancel": return try await undoGiveBack(entry, name, actor, work)
        default: throw AccessRefusal.nothingToUndo
        }
    }

    private func undoEdit(_ entry: AuditRecord, _ reference: String, _ actor: Actor, _ work: Work) async throws
        -> String
    {
        let programme = ProgrammeService(house: house)
        guard let before = entry.before, let after = entry.after, let change = SessionSnapshot.change(from: before)
        else {
            throw AccessRefusal.cannotUndo("the record of it cannot be read.")
        }
        let session = try await programme.fresh(reference, work)
        let leads = try await programme.locked(reference, work).facilitators
        guard SessionSnapshot.matches(session, leads, after) else {
            throw AccessRefusal.cannotUndo("\(reference) has been changed again since.")
        }
        _ = try await programme.edit(
            reference, change, entry.action, nil, actor, work, leads: SessionSnapshot.leads(from: before),
            undoes: entry.id)
        return "\(reference) is as it was before."
    }

    private func undoCancel(_ entry: AuditRecord, _ reference: String, _ actor: Actor, _ work: Work) async throws
        -> String
    {
        try await work.require([.staff, .admin], actor, to: "restore sessions")
        let programme = ProgrammeService(house: house)
        let session = try await programme.locked(reference, work)
        guard session.state == .cancelled else { throw AccessRefusal.cannotUndo("\(reference) is not cancelled.") }
        do {
            try await work.transaction.savepoint {
                try await work.transaction.run(RestoreSession(session.id))
                try await work.transaction.execute(unsafe: "set constraints all immediate")
            }
        } catch let error as PostgresError where error.sqlState == "23P01" {
            throw AccessRefusal.cannotUndo("its room or a facilitator is taken at that time now.")
        }
        // Places may have been given back while nobody could be promoted.
        try await BookingService(house: house).promote(in: session.id, by: actor, work)
        try await work.audit(
            actor,
            [
                AuditLine(
                    "session.restore", entry.object, before: .object(["state": "cancelled"]),
                    after: .object(["state": "scheduled"]),
                    undoes: entry.id)
            ])
        return "\(reference) takes place again. Those who were told that it is off have not been told otherwise yet."
    }

    private func undoBook(_ entry: AuditRecord, _ booking: String, _ actor: Actor, _ work: Work) async throws -> String
    {
        guard let id = UUID(uuidString: booking) else { throw AccessRefusal.nothingToUndo }
        let given = try await BookingService(house: house).cancel(
            id, reason: "undone", by: actor, in: work, action: "booking.undo_book")
        try await work.audit(actor, [AuditLine("booking.undo", entry.object, undoes: entry.id)])
        return "The booking of \(given.personName) on \(given.session) is cancelled."
    }

    private func undoGiveBack(_ entry: AuditRecord, _ booking: String, _ actor: Actor, _ work: Work) async throws
        -> String
    {
        guard let id = UUID(uuidString: booking),
            let found = try await work.transaction.first(BookingByID(actor, id: id))
        else {
            throw AccessRefusal.nothingToUndo
        }
        let receipt = try await BookingService(house: house).book(
            found.booking.session, for: found.booking.person, by: actor, in: work, action: "booking.undo_cancel")
        try await work.audit(actor, [AuditLine("booking.undo", entry.object, undoes: entry.id)])
        return receipt.state == .confirmed
            ? "\(found.booking.personName) is booked on \(receipt.session) again."
            : "\(receipt.session) has filled up meanwhile: \(found.booking.personName) waits at number \(receipt.position ?? 1)."
    }
}
