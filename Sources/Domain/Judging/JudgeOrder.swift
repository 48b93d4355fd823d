/// The order in which a judge is shown the candidates: each judge has another, so that coming last, which helps, helps
/// everybody alike. It is stored, and would be the same again from the same seed on every machine.
package enum JudgeOrder {
    /// Every order is equally likely. A candidate who comes or goes later leaves the order of the others as it is.
    package static func order(of candidates: some Sequence<Int>, judge: Int, seed: UInt64) -> [Int] {
        let own = SplitMix64.mix(seed, UInt64(bitPattern: Int64(judge)))
        return Set(candidates)
            .map { (key: SplitMix64.mix(own, UInt64(bitPattern: Int64($0))), candidate: $0) }
            .sorted { ($0.key, $0.candidate) < ($1.key, $1.candidate) }
            .map(\.candidate)
    }
}
