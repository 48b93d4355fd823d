/// Orders figures, the highest first, and says which are the same.
package enum Ranking {
    /// Competition ranks (1, 2, 2, 4) in the order of the values; nil, and only that, stays without a rank.
    package static func ranks(_ values: [Double?], gap: Double) -> [Int?] {
        var ranks = [Int?](repeating: nil, count: values.count)
        var next = 1
        for group in groups(values, gap: gap) {
            for place in group { ranks[place] = next }
            next += group.count
        }
        return ranks
    }

    /// The places of the values in groups of equal ones, the highest group first, each by rising place. What is nil or
    /// no number is left out. Two values next to each other are equal if they are not further apart than the gap.
    static func groups(_ values: [Double?], gap: Double) -> [[Int]] {
        let known = values.indices.compactMap { place -> (place: Int, value: Double)? in
            guard let value = values[place], value.isFinite else { return nil }
            return (place, value)
        }
        let sorted = known.sorted { $0.value == $1.value ? $0.place < $1.place : $0.value > $1.value }
        var groups: [[Int]] = []
        var last = Double.infinity
        for (place, value) in sorted {
            if groups.isEmpty || last - value > gap {
                groups.append([place])
            } else {
                groups[groups.count - 1].append(place)
            }
            last = value
        }
        return groups.map { $0.sorted() }
    }
}
