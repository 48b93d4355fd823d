package import Domain
package import Foundation
import Postgres
import Store

/// Worries about a young person, or about anybody nominated. None is ever refused for its words.
extension ProtectionService {
    /// By whoever wrote the nomination, or screens it.
    package func worry(
        aboutNomination id: UUID, _ words: String, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            if actor.kind == .visitor { throw AccessRefusal.signInFirst }
            guard
                let worry = try await work.transaction.first(
                    WorryAboutNomination(actor, nomination: id, words: Self.cleaned(words)))
            else { throw AccessRefusal.notFound("nomination") }
            try await raised(worry, actor, work)
            return worry
        }
    }

    /// By a judge of the candidate.
    package func worry(
        about path: AwardPath, _ words: String, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            guard let judge = actor.person else { throw AccessRefusal.signInFirst }
            guard let found = try await work.transaction.first(CandidateForJudge(judge, path)) else {
                throw AwardsRefusal.notAssigned
            }
            guard
                let worry = try await work.transaction.first(
                    WorryAboutCandidate(found.candidate, by: judge, words: Self.cleaned(words)))
            else { throw ServiceFailure(.internalError) }
            try await raised(worry, actor, work)
            return worry
        }
    }

    /// By staff who look after the candidate.
    package func worry(
        of path: AwardPath, _ words: String, by actor: Actor, in work: Work? = nil
    ) async throws -> UUID {
        try await house.within(work) { work in
            guard let person = actor.person else { throw AccessRefusal.signInFirst }
            let found = try await self.found(path, actor, work)
            guard
                let worry = try await work.transaction.first(
                    WorryAboutCandidate(found.candidate, by: person, words: Self.cleaned(words)))
            else { throw ServiceFailure(.internalError) }
            try await raised(worry, actor, work)
            return worry
        }
    }

    private func raised(_ worry: UUID, _ actor: Actor, _ work: Work) async throws {
        try await work.audit(actor, [AuditLine("worry.raise", "worry:\(worry.uuidString.lowercased())")])
        try await tell("Safeguarding lead", or: [.safeguarding, .admin], .worryRaised, about: worry, work)
    }

    /// What was typed as it can be kept: a worry is too important to send back for its form.
    static func cleaned(_ words: String) -> String {
        let lines = words.precomposedStringWithCanonicalMapping.replacing("\r\n", with: "\n")
        let kept = lines.unicodeScalars.filter { scalar in
            scalar == "\n" || scalar == "\t" || scalar.properties.generalCategory != .control
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: kept.prefix(2000))
        return String(text).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// Every worry, without its words, for those who protect young people.
    package func worries(by actor: Actor, in work: Work? = nil) async throws -> [Worry] {
        try await house.within(work) { work in
            try await work.require([.safeguarding], actor, to: "see worries")
            guard let reader = actor.person else { throw AccessRefusal.notAllowed("see worries") }
            return try await work.transaction.run(Worries(for: reader))
        }
    }

    /// The words of one. Recorded before they are shown.
    package func words(of worry: UUID, by actor: Actor) async throws -> String {
        guard let reader = actor.person else { throw AccessRefusal.signInFirst }
        return try await house.within(nil) { work in
            let read = try await work.transaction.first(ReadWorry(reader, actor.channel, worry))
            guard let words = read ?? nil else { throw AccessRefusal.notFound("worry") }
            return words
        }
    }
}
