package import Domain
import Foundation
import Postgres
import Store

/// Keeping young people safe: their two texts, what was consented to, and their legal names.
///
/// What reads a legal name, who gave a consent, or the words of a worry runs in a transaction of its own, so that its entry in the
/// audit is there before anything is shown and no dry run takes it back.
package struct ProtectionService: Sendable {
    let house: House

    /// The young candidates that the actor looks after, the newest scheme first.
    package func entries(by actor: Actor, in work: Work? = nil) async throws -> [ProtectionEntry] {
        try await house.within(work) { work in
            try await work.require([.staff, .admin, .safeguarding], actor, to: "see how young people are protected")
            return try await work.transaction.run(ProtectionEntries(actor))
        }
    }

    /// A candidate with its texts and every answer about it.
    package func candidate(
        _ path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws -> (candidate: ProtectedCandidate, texts: [CandidateText], consents: [Consent]) {
        try await house.within(work) { work in
            let found = try await self.found(path, actor, work)
            let (texts, consents) = try await work.transaction.run(
                CandidateTexts(of: found.candidate, for: actor.person), ConsentsOfNominee(found.nominee))
            return (found, texts, consents)
        }
    }

    /// The words in what the nominators wrote that are, or come close to, the young person's own name. Only their words are looked
    /// through: of a text that somebody types here it would tell the name by trying.
    package func namingWords(_ path: AwardPath, by actor: Actor, in work: Work? = nil) async throws -> [String] {
        try await house.within(work) { work in
            let found = try await self.found(path, actor, work)
            guard found.isYoung, !found.statements.isEmpty else { return [] }
            return try await work.transaction.run(WordsNamingThem(found.nominee, found.statements))
        }
    }

    /// Writes one of the two texts. One that is changed is checked anew.
    ///
    /// - Returns: what in it may tell who the young person is.
    package func write(
        _ kind: CandidateText.Kind, _ raw: String, approval: String? = nil, of path: AwardPath, by actor: Actor,
        in work: Work? = nil
    ) async throws -> [TextFlag] {
        try await house.within(work) { work in
            guard let writer = actor.person else { throw AccessRefusal.signInFirst }
            let text = try FreeText.prose(raw, "the text", longest: 12_000)
            guard !text.isEmpty else { throw TextProblem.missing("the text") }
            let how = try approval.map { try FreeText.line($0, "how they approved it", required: false) } ?? ""
            guard kind == .panel || !how.isEmpty else { throw ProtectionRefusal.approvalMissing }
            let found = try await self.found(path, actor, work)
            try await work.transaction.run(
                WriteCandidateText(
                    found.candidate, kind, text, by: writer, approval: kind == .approved ? how : nil))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "candidate_text.write", "candidate:\(found.candidate)",
                        after: .object(["kind": kind.rawValue]))
                ])
            return TextFlag.found(in: text)
        }
    }

    /// A second person has read one of the two texts: judges read the one, and what a young person approved is read out, printed and
    /// shown.
    ///
    /// - Parameter read: the fingerprint of the text that they read; a text that is another by now is refused.
    package func check(
        _ path: AwardPath, _ kind: CandidateText.Kind = .panel, read fingerprint: String? = nil, by actor: Actor,
        in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            guard let checker = actor.person else { throw AccessRefusal.signInFirst }
            let found = try await self.found(path, actor, work)
            let texts = try await work.transaction.run(CandidateTexts(of: found.candidate, for: checker))
            guard let text = texts.first(where: { $0.kind == kind }) else { throw ProtectionRefusal.noText }
            guard !text.isOwn else { throw ProtectionRefusal.ownText }
            // Their own text may hold the name that they want to be called by.
            if kind == .panel, found.isYoung,
                try await work.transaction.first(TextNamesThem(found.nominee, text.text)) == true
            {
                throw ProtectionRefusal.namesThem
            }
            let checked = try await work.transaction.first(
                CheckCandidateText(found.candidate, kind, by: checker, fingerprint: fingerprint))
            guard checked != nil else { throw ProtectionRefusal.textChanged }
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "candidate_text.check", "candidate:\(found.candidate)",
                        after: .object(["kind": kind.rawValue]))
                ])
        }
    }

    /// What a judge is told before reading, and whether young judges are spared it.
    package func note(
        _ note: String, isDistressing: Bool, of path: AwardPath, by actor: Actor, in work: Work? = nil
    ) async throws {
        try await house.within(work) { work in
            let note = try FreeText.line(note, "the note", required: false)
            let found = try await self.found(path, actor, work)
            try await work.transaction.run(
                NoteCandidate(found.candidate, note: note.isEmpty ? nil : note, isDistressing: isDistressing))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "candidate.note", "candidate:\(found.candidate)",
                        after: .object(["distressing": String(isDistressing)]))
                ])
        }
    }

    func found(_ path: AwardPath, _ actor: Actor, _ work: Work) async throws -> ProtectedCandidate {
        try await work.require([.staff], actor, to: "see how young people are protected")
        guard let found = try await work.transaction.first(CandidateToProtect(actor, path)) else {
            throw AccessRefusal.notFound("candidate")
        }
        return found
    }

    func reason(_ typed: String) throws -> String {
        guard !typed.allSatisfy(\.isWhitespace) else { throw AwardsRefusal.reasonMissing }
        return try FreeText.line(typed, "the reason", longest: 500)
    }

    /// Owes a mail without content to the holder of a post, or else to those of the first role that anybody holds.
    func tell(
        _ post: String, or roles: [Role], _ template: MessageTemplate, about key: UUID, _ work: Work
    ) async throws {
        let people = try await work.transaction.run(WhoToTell(post: post, roles: roles))
        try await work.transaction.run(
            InsertMessages(
                people.map {
                    .init(
                        person: $0, template: template, payload: "{}", dedupeKey: "\(template.rawValue):\(key):\($0)",
                        messageID: "\(template.rawValue).\(house.outside.uuid())@\(house.settings.uidDomain)")
                }))
    }
}

extension Services {
    package var protection: ProtectionService { ProtectionService(house: house) }
}
