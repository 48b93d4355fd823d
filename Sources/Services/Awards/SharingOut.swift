import Domain
import Store

/// Who scores whom on a panel. In categories of ten candidates or fewer every judge without a conflict scores everybody; in larger
/// ones four do, or as many as were asked for. Pairs of the last time stay where they can.
struct SharingOut {
    struct Choice {
        let judge: ID<Person>
        let candidate: ID<Candidate>
        let place: Int
    }

    static let few = 10
    static let usual = 4

    let pairs: [PanelPairs.Pair]
    /// How many judges each candidate is to have; nil is what is usual.
    let judges: Int?
    let seed: UInt64

    func choices() throws -> [Choice] {
        var given: [Int: [Int]] = [:]
        for panel in Set(pairs.map(\.panel)).sorted() {
            let own = pairs.filter { $0.panel == panel }
            do {
                let solved = try problem(own).solve(seed: seed)
                for pair in solved.pairs { given[pair.judge, default: []].append(pair.candidate) }
            } catch let shortage as AssignmentShortage {
                throw AwardsRefusal.cannotAssign(words(shortage, own))
            }
        }
        return given.keys.sorted().flatMap { judge in
            JudgeOrder.order(of: given[judge] ?? [], judge: judge, seed: seed).enumerated().map {
                Choice(judge: ID(rawValue: judge), candidate: ID(rawValue: $0.element), place: $0.offset + 1)
            }
        }
    }

    private func problem(_ own: [PanelPairs.Pair]) throws -> AssignmentProblem {
        var sizes: [ID<AwardCategory>: Set<Int>] = [:]
        for pair in own { sizes[pair.category, default: []].insert(pair.candidate.rawValue) }
        let candidates = Dictionary(grouping: own, by: \.candidate).map { candidate, group in
            let allowed = max(1, group.count { !$0.isConflicted })
            let size = group.first.flatMap { sizes[$0.category]?.count } ?? 0
            let usual = size <= Self.few ? allowed : min(Self.usual, allowed)
            return AssignmentProblem.Candidate(key: candidate.rawValue, needs: judges ?? usual)
        }
        return try AssignmentProblem(
            candidates: candidates,
            judges: Set(own.map(\.judge.rawValue)).map { AssignmentProblem.Judge(key: $0, most: candidates.count) },
            forbidden: Set(own.filter(\.isConflicted).map(\.pairing)),
            existing: Set(own.filter { $0.place != nil && !$0.isConflicted }.map(\.pairing)))
    }

    private func words(_ shortage: AssignmentShortage, _ own: [PanelPairs.Pair]) -> String {
        shortage.message(
            candidate: { key in
                own.first { $0.candidate.rawValue == key }.map { "\($0.categorySlug)/\($0.code)" } ?? "a candidate"
            },
            judge: { key in own.first { $0.judge.rawValue == key }?.email ?? "a judge" })
    }
}

extension PanelPairs.Pair {
    var pairing: Pairing { Pairing(candidate: candidate.rawValue, judge: judge.rawValue) }
}
