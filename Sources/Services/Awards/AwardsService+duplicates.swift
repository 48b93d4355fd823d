package import Domain
package import Foundation
import Postgres
import Store

/// Nominations that are likely for one and the same nominee, by their names or by what is said of them. A person decides.
extension AwardsService {
    /// Two nominees of one category, each by one of their live nominations, and why they are put side by side.
    package struct LikelyPair: Sendable, Equatable {
        package let one: Nomination
        package let other: Nomination
        package var namesAreAlike: Bool
        /// Both are known as themselves, people or teams.
        package var areKnown: Bool
        /// How much of what is written is the same, from 0 to 1; nil where that is little.
        package var words: Double?
    }

    /// Those with names alike first, then those of whom the same is said.
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
            let said = try await work.transaction.run(AlikeWords(actor, scheme: scheme.slug))
            guard !alike.isEmpty || !said.isEmpty else { return [] }
            let nominations = Dictionary(
                try await work.transaction.run(Nominations(actor, scheme: scheme.slug)).map { ($0.id, $0) },
                uniquingKeysWith: { one, _ in one })
            let known = Set(others)
            let byNominee = Dictionary(grouping: nominees, by: \.nominee)
            var sharing: [[Int]: Double] = [:]
            for row in said { sharing[Self.key(row.category, row.one, row.other)] = row.likeness }
            let named = alike.flatMap { one, other in
                (byNominee[one] ?? []).compactMap { mine -> LikelyPair? in
                    guard let theirs = byNominee[other]?.first(where: { $0.category == mine.category }),
                        let first = nominations[mine.nomination], let second = nominations[theirs.nomination]
                    else { return nil }
                    let words = sharing.removeValue(forKey: Self.key(mine.category, one, other))
                    return LikelyPair(
                        one: first, other: second, namesAreAlike: true,
                        areKnown: known.contains(one) && known.contains(other), words: words)
                }
            }
            let rest = said.filter { sharing[Self.key($0.category, $0.one, $0.other)] != nil }
            return named
                + rest.sorted { $0.likeness > $1.likeness }.compactMap { row in
                    guard let first = nominations[row.oneNomination], let second = nominations[row.otherNomination]
                    else { return nil }
                    return LikelyPair(
                        one: first, other: second, namesAreAlike: false,
                        areKnown: known.contains(row.one) && known.contains(row.other), words: row.likeness)
                }
        }
    }

    /// Keeps that two nominees, each by one of their nominations, are two: they are not put side by side again.
    package func sayTwo(_ one: UUID, _ other: UUID, by actor: Actor, in work: Work? = nil) async throws {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "screen nominations")
            let found = try await work.transaction.run(NominationsToScreen(actor, [one, other]))
            guard found.count == 2 else {
                throw one == other ? AwardsRefusal.mergesOneself : AccessRefusal.notFound("nomination")
            }
            guard found[0].nominee != found[1].nominee else { throw AwardsRefusal.mergesOneself }
            guard found[0].scheme == found[1].scheme else { throw AwardsRefusal.differentCategories }
            try await work.transaction.run(SayTwo(found[0].nominee, found[1].nominee, by: actor.person))
            try await work.audit(
                actor,
                [
                    AuditLine(
                        "nomination.apart", "nomination:\(one)",
                        after: .object(["other": "nomination:\(other)"]))
                ])
        }
    }

    private static func key(_ category: ID<AwardCategory>, _ one: Int, _ other: Int) -> [Int] {
        [category.rawValue, min(one, other), max(one, other)]
    }
}
