import Domain
import Foundation
import Postgres
import Store

/// Taking back that a session was added or removed, and whom it is for.
extension UndoService {
    func undoAdd(_ entry: AuditRecord, _ reference: String, _ actor: Actor, _ work: Work) async throws -> String {
        try await work.require([.staff, .admin], actor, to: "remove sessions")
        guard try await work.transaction.first(SessionKeys([reference])) != nil else {
            throw AccessRefusal.cannotUndo("\(reference) has been removed already.")
        }
        let session = try await ProgrammeService(house: house).locked(reference, work)
        guard !session.everReleased else {
            throw AccessRefusal.cannotUndo("\(reference) has been released since. Cancel it instead.")
        }
        guard session.revision == 1, session.state == .draft else {
            throw AccessRefusal.cannotUndo("\(reference) has been changed since. Remove it on its page instead.")
        }
        try await ProgrammeService(house: house).remove(session, reference, by: actor, undoes: entry.id, work)
        return "\(reference) is removed again."
    }

    func undoRemove(_ entry: AuditRecord, _ reference: String, _ actor: Actor, _ work: Work) async throws -> String {
        guard let before = entry.before, let removed = RemovedSession(json: before) else {
            throw AccessRefusal.cannotUndo("the record of it cannot be read.")
        }
        try await ProgrammeService(house: house).bringBack(removed, reference, by: actor, undoes: entry.id, work)
        return "\(reference) is back as it was."
    }

    func undoAudience(_ entry: AuditRecord, _ reference: String, _ actor: Actor, _ work: Work) async throws -> String {
        let programme = ProgrammeService(house: house)
        _ = try await programme.locked(reference, work)
        let now = try await programme.fresh(reference, work).draft?.audience ?? ""
        guard now == Self.audience(entry.after) else {
            throw AccessRefusal.cannotUndo("who may book \(reference) has been changed again since.")
        }
        let rules = try Audience.parse(Self.audience(entry.before))
        do {
            _ = try await programme.setAudience(reference, rules, by: actor, in: work, undoes: entry.id)
        } catch is PeopleRefusal {
            throw AccessRefusal.cannotUndo("a team, a service or an employer that it named is gone.")
        }
        return "Who may book \(reference) is as it was before."
    }

    private static func audience(_ json: String?) -> String {
        let fields = json.flatMap { try? JSONDecoder().decode([String: String].self, from: Data($0.utf8)) }
        return fields?["audience"] ?? ""
    }
}
