import Foundation

/// Finding what a person meant by a name: the exact one beats a prefix, a unique prefix will do, and a miss names what is near.
package enum NameMatch {
    package static func find<Value>(
        _ typed: String, kind: String, among values: [(name: String, value: Value)], prefixes: Bool = true
    ) throws(PeopleRefusal) -> Value {
        let wanted = typed.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespaces)
        if let exact = values.first(where: { $0.name == wanted }) { return exact.value }
        let folded = wanted.lowercased()
        let same = values.filter { $0.name.lowercased() == folded }
        if same.count == 1 { return same[0].value }
        if prefixes, !folded.isEmpty {
            let starting = values.filter { $0.name.lowercased().hasPrefix(folded) }
            if starting.count == 1 { return starting[0].value }
            if starting.count > 1 {
                throw .severalNamed(kind: kind, name: typed, candidates: Array(starting.map(\.name).sorted().prefix(5)))
            }
        }
        throw .nothingNamed(kind: kind, name: String(typed.prefix(120)), near: near(folded, values.map(\.name)))
    }

    /// Up to two names within a third of the typed length in edits, nearest first.
    package static func near(_ typed: String, _ names: [String]) -> [String] {
        let folded = Array(typed.lowercased().unicodeScalars.prefix(100))
        let allowed = max(1, folded.count / 3)
        let close = names.compactMap { name -> (Int, String)? in
            let other = Array(name.lowercased().unicodeScalars.prefix(100))
            guard abs(other.count - folded.count) <= allowed else { return nil }
            let distance = edits(folded, other)
            return distance <= allowed ? (distance, name) : nil
        }
        guard let best = close.map(\.0).min() else { return [] }
        return Array(close.filter { $0.0 == best }.map(\.1).sorted().prefix(2))
    }

    /// Damerau-Levenshtein distance with adjacent swaps (optimal string alignment).
    static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var before = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for i in 1...left.count {
            current[0] = i
            for j in 1...right.count {
                let same = left[i - 1] == right[j - 1]
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + (same ? 0 : 1))
                if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                    current[j] = min(current[j], before[j - 2] + 1)
                }
            }
            (before, previous, current) = (previous, current, before)
        }
        return previous[right.count]
    }
}
