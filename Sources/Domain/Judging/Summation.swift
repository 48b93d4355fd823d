/// Sums that come to the same bits whatever the order of their terms.
enum Summation {
    /// Adds from the lowest to the highest, carrying what rounding loses. Terms are finite.
    static func sum(_ terms: [Double]) -> Double {
        var total = 0.0
        var lost = 0.0
        for term in terms.sorted() {
            let next = total + term
            lost += abs(total) >= abs(term) ? (total - next) + term : (term - next) + total
            total = next
        }
        return total + lost
    }

    /// Nil of nothing.
    static func mean(_ terms: [Double]) -> Double? {
        terms.isEmpty ? nil : sum(terms) / Double(terms.count)
    }
}
