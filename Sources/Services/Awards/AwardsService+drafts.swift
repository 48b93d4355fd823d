package import Domain
package import Foundation
import Postgres
import Store

/// One's own nominations: kept as drafts, changed, handed in and withdrawn until the close.
extension AwardsService {
    /// Keeps a nomination as a draft, also after the close, so that nothing of it is lost.
    package func keepDraft(_ new: NewNomination, by actor: Actor, in work: Work? = nil) async throws -> Nomination {
        try await nominate(new, as: .draft, by: actor, in: work)
    }

    /// Begins a draft of what somebody types; one of before for the same nominee is not written over.
    package func beginDraft(_ new: NewNomination, by actor: Actor, in work: Work? = nil) async throws -> Nomination {
        try await nominate(new, as: .draft, begins: true, by: actor, in: work)
    }

    /// Keeps what is typed of a draft. It comes again with every pause, so of this only another nominee is recorded.
    ///
    /// - Parameter nominee: nil is whom it is about already.
    package func keepWriting(
        _ id: UUID, nominee: NomineeEntry?, statement raw: String, band: String?, by actor: Actor,
        in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let (found, scheme) = try await own(id, actor, work)
            guard found.state == .draft else { throw AwardsRefusal.decidedAlready }
            let category = try await category(found.path, by: actor, in: work)
            let statement = try self.statement(raw, band, category, scheme, .draft)
            try await about(nominee, id, found, category, scheme, actor, work)
            try await rewrite(found.key, statement, band, .draft, found.path, actor, work)
        }
    }

    /// Says whom a draft is about, where that is another than before.
    private func about(
        _ entry: NomineeEntry?, _ id: UUID, _ found: NominationToChange.Found, _ category: AwardCategory,
        _ scheme: Scheme, _ actor: Actor, _ work: Work
    ) async throws {
        guard let entry, found.state == .draft, let nominator = actor.person else { return }
        guard entry.kind == category.nomineeKind else { throw AwardsRefusal.wrongNominee(category.nomineeKind) }
        if case .youngPerson(let typed) = entry {
            guard let typed else { return }
            let name = try FreeText.line(typed, "the young person's name", longest: 200)
            guard
                try await work.transaction.first(RenameYoungDraft(nominator, nomination: found.key, name: name)) == true
            else { throw AwardsRefusal.decidedAlready }
            return
        }
        guard let nominee = try await nominee(entry, scheme, nominator, actor, work), nominee != found.nominee else {
            return
        }
        try await meaning(of: ["nomination_one_voice": .nominatedAlready, "category_sides_apart": .judgeIsNominee]) {
            try await work.transaction.run(SetNominee(found.key, nominee))
        }
        try await work.audit(
            actor,
            [
                AuditLine(
                    "nomination.change", "nomination:\(id)", before: .object(["nominee": "nominee:\(found.nominee)"]),
                    after: .object(["nominee": "nominee:\(nominee)"]))
            ])
    }

    /// Changes one's own nomination while nobody has screened it.
    ///
    /// - Parameters:
    ///   - nominee: whom a draft is about; nil is whom it is about already.
    ///   - handsIn: whether it is handed in with this; one that was stays so.
    package func changeNomination(
        _ id: UUID, nominee: NomineeEntry? = nil, statement raw: String, band: String?, handsIn: Bool, by actor: Actor,
        in work: Work? = nil
    ) async throws -> Nomination {
        try await house.within(work) { work in
            let (found, scheme) = try await own(id, actor, work)
            guard found.state == .draft || found.state == .submitted else { throw AwardsRefusal.decidedAlready }
            let state: Nomination.State = handsIn ? .submitted : found.state
            let category = try await category(found.path, by: actor, in: work)
            let statement = try self.statement(raw, band, category, scheme, state)
            if state == .submitted, !scheme.isOpen { throw AwardsRefusal.notOpen }
            try await about(nominee, id, found, category, scheme, actor, work)
            try await rewrite(found.key, statement, band, state, found.path, actor, work)
            try await work.audit(
                actor, [AuditLine("nomination.change", "nomination:\(id)", after: .object(["state": state.rawValue]))])
            if let nominator = actor.person, state == .submitted { try await thank(nominator, for: id, actor, work) }
            return try await nomination(id, by: actor, in: work)
        }
    }

    /// Takes one's own nomination back. A candidate without another voice no longer stands.
    package func withdrawNomination(_ id: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            let (found, scheme) = try await own(id, actor, work)
            guard scheme.isOpen || found.state == .draft else { throw AwardsRefusal.nominationsClosed }
            guard [.draft, .submitted, .accepted].contains(found.state) else { throw AwardsRefusal.decidedAlready }
            try await work.transaction.run(MoveNomination(found.key, .withdrawn))
            if let candidate = found.candidate { try await work.transaction.run(RetireCandidates([candidate])) }
            try await removeAllEvidence(of: found.key, id, actor, work)
            try await work.audit(actor, [AuditLine("nomination.withdraw", "nomination:\(id)")])
        }
    }

    func own(_ id: UUID, _ actor: Actor, _ work: Work) async throws -> (NominationToChange.Found, Scheme) {
        guard let nominator = actor.person else { throw AccessRefusal.signInFirst }
        guard let found = try await work.transaction.first(NominationToChange(nominator, id)) else {
            throw AccessRefusal.notFound("nomination")
        }
        return (found, try await scheme(found.path.scheme, by: actor, in: work))
    }

    func rewrite(
        _ key: Int, _ statement: String, _ band: String?, _ state: Nomination.State, _ path: AwardPath,
        _ nominator: Actor, _ work: Work
    ) async throws {
        try await meaning(of: ["nomination_inside_window": .notOpen, "category_sides_apart": .judgeIsNominee]) {
            if state == .submitted,
                try await work.transaction.first(StandingInCategory(nominator, path))?.judges == true
            {
                throw AwardsRefusal.ownPanel
            }
            try await work.transaction.run(RewriteNomination(key, statement: statement, band: band, state: state))
        }
    }

    /// What a nomination may say, for the state that it is to be in: a draft may be empty or too long.
    func statement(
        _ raw: String, _ band: String?, _ category: AwardCategory, _ scheme: Scheme, _ state: Nomination.State
    ) throws -> String {
        let statement = try FreeText.prose(raw, "why they deserve it", longest: 12_000)
        if let band, !category.bands.contains(band) {
            throw AwardsRefusal.unknownBand(String(band.prefix(40)), category.bands)
        }
        guard state == .submitted else { return statement }
        guard !statement.isEmpty else { throw TextProblem.missing("why they deserve it") }
        let words = WordCount.of(statement)
        guard words <= scheme.wordLimit else { throw AwardsRefusal.tooManyWords(words, limit: scheme.wordLimit) }
        return statement
    }
}
