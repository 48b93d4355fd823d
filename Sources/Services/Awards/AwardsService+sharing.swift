package import Domain
import Postgres
import Store

/// How candidates would be shared out, before they are.
extension AwardsService {
    /// What sharing out would come to.
    package struct SharingPreview: Sendable, Equatable {
        package struct Load: Sendable, Equatable {
            package let judge: String
            package let before: Int
            package let after: Int
        }

        package let checks: [CategoryCheck]
        /// By address.
        package let loads: [Load]
        /// Pairs that stay, come and go.
        package let kept: Int
        package let added: Int
        package let dropped: Int
    }

    package func previewAssignment(
        _ scheme: String, judges: Int? = nil, seed: Int = 1, by actor: Actor, in work: Work? = nil
    ) async throws -> SharingPreview {
        try await house.within(work) { work in
            try await work.require([.staff], actor, to: "share candidates out")
            if let judges, !(1...1000).contains(judges) {
                throw AwardsRefusal.outOfRange("The number of judges", 1...1000)
            }
            let scheme = try await self.scheme(scheme, by: actor, in: work)
            guard scheme.kind != .celebrated else { throw AwardsRefusal.noScoresHere }
            guard try await work.transaction.first(BallotsIn(scheme.id)) ?? 0 == 0 else {
                throw AwardsRefusal.roundBegan
            }
            guard try await work.transaction.first(RoundsThatAreOpen(scheme.id)) ?? 0 == 0 else {
                throw AwardsRefusal.roundIsRunning
            }
            let pairs = try await work.transaction.run(PanelPairs(scheme.id))
            guard !pairs.isEmpty else { throw AwardsRefusal.noCandidates }
            let chosen = Set(
                try SharingOut(pairs: pairs, judges: judges, seed: UInt64(bitPattern: Int64(seed))).choices().map {
                    Pairing(candidate: $0.candidate.rawValue, judge: $0.judge.rawValue)
                })
            let before = Set(pairs.filter { $0.place != nil && !$0.isConflicted }.map(\.pairing))
            let emails = Dictionary(pairs.map { ($0.judge.rawValue, $0.email) }, uniquingKeysWith: { one, _ in one })
            return SharingPreview(
                checks: Self.checks(pairs, chosen, quorum: scheme.quorum),
                loads: emails.sorted { $0.value < $1.value }.map { key, email in
                    SharingPreview.Load(
                        judge: email, before: before.count { $0.judge == key }, after: chosen.count { $0.judge == key })
                },
                kept: before.intersection(chosen).count, added: chosen.subtracting(before).count,
                dropped: before.subtracting(chosen).count)
        }
    }

    /// Each category's figures for the pairs that are chosen, in the order of the categories.
    static func checks(_ pairs: [PanelPairs.Pair], _ chosen: Set<Pairing>, quorum: Int) -> [CategoryCheck] {
        var categories: [String] = []
        for pair in pairs where categories.last != pair.categorySlug { categories.append(pair.categorySlug) }
        let byCategory = Dictionary(grouping: pairs, by: \.categorySlug)
        return categories.map { category in
            let own = byCategory[category] ?? []
            let assigned = own.map(\.pairing).filter(chosen.contains)
            let candidates = Set(own.map(\.candidate.rawValue))
            return CategoryCheck(
                category: category, candidates: candidates.count, judges: Set(assigned.map(\.judge)).count,
                check: AssignmentCheck(
                    candidates: Array(candidates), judges: Array(Set(own.map(\.judge.rawValue))),
                    pairs: Set(assigned), quorum: quorum))
        }
    }
}
