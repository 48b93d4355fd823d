package import Domain
import Foundation
import Postgres
import Store

/// Nominations that are likely for one and the same nominee. A person decides.
extension AwardsService {
    /// Two nominees of one category, each by their first live nomination.
    package struct LikelyPair: Sendable, Equatable {
        package let one: Nomination
        package let other: Nomination
    }

    package func duplicates(
        in scheme: String, by actor: Actor, in work: Work? = nil
    ) async throws -> [LikelyPair] {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "screen nominations")
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            let nominees = try await work.transaction.run(NomineesToCompare(actor, scheme: scheme.slug))
            let others = Array(Set(nominees.filter { !$0.isYoung }.map(\.nominee)))
            let young = Array(Set(nominees.filter(\.isYoung).map(\.nominee)))
            var alike = try await work.transaction.run(AlikeNominees(others)).map { ($0.one, $0.other) }
            if !young.isEmpty {
                alike += try await work.transaction.run(AlikeYoungNominees(actor, young)).map { ($0.one, $0.other) }
            }
            guard !alike.isEmpty else { return [] }
            let nominations = Dictionary(
                try await work.transaction.run(Nominations(actor, scheme: scheme.slug)).map { ($0.id, $0) },
                uniquingKeysWith: { one, _ in one })
            let byNominee = Dictionary(grouping: nominees, by: \.nominee)
            return alike.flatMap { one, other in
                (byNominee[one] ?? []).compactMap { mine -> LikelyPair? in
                    guard let theirs = byNominee[other]?.first(where: { $0.category == mine.category }),
                        let first = nominations[mine.nomination], let second = nominations[theirs.nomination]
                    else { return nil }
                    return LikelyPair(one: first, other: second)
                }
            }
        }
    }
}
