package import Domain
package import Foundation
import Postgres
import Store

/// Where things stand, for the pages that everybody begins with.
extension AwardsService {
    /// The schemes that the actor runs, with what they may count; none for others.
    package func figures(by actor: Actor, scheme: String? = nil, in work: Work? = nil) async throws -> [SchemeFigures] {
        try await house.read(SchemesInFigures(actor, slug: scheme), in: work)
    }

    /// The panels that the actor sits on.
    package func seats(of actor: Actor, in work: Work? = nil) async throws -> [OwnSeat] {
        guard let person = actor.person else { return [] }
        return try await house.read(OwnSeats(person), in: work)
    }

    /// The categories whose results the actor reads, or would once their round is over.
    package func resultCategories(
        of scheme: String, by actor: Actor, in work: Work? = nil
    ) async throws -> [CategoryStanding] {
        try await house.read(CategoriesOfResults(actor, scheme: scheme), in: work)
    }

    /// What keeps a result from being frozen.
    package struct FreezeReadiness: Sendable, Equatable {
        package let openRounds: Int
        package let openConflicts: Int
        package let undecided: [String]
        /// Candidates without a decision, by award: `2 of Quiet hero`.
        package let left: [String]
        /// Whether nominations wait that nobody has looked at, whoever may.
        package let hasUnscreened: Bool

        package var isReady: Bool { openRounds == 0 && openConflicts == 0 && undecided.isEmpty && !hasUnscreened }
    }

    package func freezeReadiness(
        of scheme: String, by actor: Actor, in work: Work? = nil
    ) async throws -> FreezeReadiness {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "freeze results")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            let figures = try await work.transaction.first(SchemesInFigures(actor, slug: scheme.slug))
            return FreezeReadiness(
                openRounds: figures?.openRounds ?? 0,
                openConflicts: try await work.transaction.first(OpenConflicts(scheme.id)) ?? 0,
                undecided: try await work.transaction.run(UndecidedCategories(scheme.id)),
                left: try await Self.words(of: work.transaction.run(UndecidedCandidates(scheme.id))),
                hasUnscreened: try await hasUnscreened(scheme, work))
        }
    }

    static func words(of undecided: [UndecidedCandidates.Row]) -> [String] {
        undecided.map { "\($0.candidates) of \($0.title)" }
    }

    /// Whether nominations of a scheme wait that nobody has looked at, whoever may.
    package func hasUnscreened(_ scheme: String, by actor: Actor, in work: Work? = nil) async throws -> Bool {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "open rounds")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            return try await hasUnscreened(scheme, work)
        }
    }

    func hasUnscreened(_ scheme: Scheme, _ work: Work) async throws -> Bool {
        try await work.transaction.first(UnscreenedNominations(scheme.id)) ?? 0 > 0
    }

    /// Until when a result stays closed.
    package struct EmbargoStanding: Sendable, Equatable {
        package let until: Date?
        /// What somebody asked to shorten it to.
        package let asked: Date?
        package let isAskedByActor: Bool
        package let askedBy: String?
    }

    package func embargo(of scheme: String, by actor: Actor, in work: Work? = nil) async throws -> EmbargoStanding {
        try await house.within(work) { work in
            try await work.require([.staff, .admin], actor, to: "set an embargo")
            let found = try await work.transaction.first(Embargo(actor, scheme: scheme))
            return EmbargoStanding(
                until: found?.until, asked: found?.asked, isAskedByActor: found?.askedByActor ?? false,
                askedBy: found?.askedBy)
        }
    }

    /// The ballots that are missing in open rounds: whose, and for whom. For staff, who run the round.
    package func missingBallots(
        of scheme: String, by actor: Actor, in work: Work? = nil
    ) async throws -> [MissingBallot] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "see which ballots are missing")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            return try await work.transaction.run(MissingBallots(scheme.id)).map(\.ballot)
        }
    }
}
