/// The logarithm of a product of many factors above zero. It is reckoned with the four operations alone, which every
/// machine rounds alike; the system's own logarithm is not.
struct LogarithmOfProduct {
    private var product = 1.0
    private var exponent = 0

    /// A factor that is zero or no number is left out.
    mutating func multiply(by factor: Double) {
        guard factor > 0, factor.isFinite else { return }
        let next = product * factor.significand
        exponent += Int(factor.exponent) + Int(next.exponent)
        product = next.significand
    }

    var value: Double { Double(exponent) * Self.ofTwo + Self.ofSignificand(product) }

    static func of(_ number: Double) -> Double {
        var product = LogarithmOfProduct()
        product.multiply(by: number)
        return product.value
    }

    private static let ofTwo = 0.693147180559945309417

    /// Of a number from 1 to 2, by the series of the inverse hyperbolic tangent.
    private static func ofSignificand(_ number: Double) -> Double {
        let isLarge = number > 1.4142135623730951
        let reduced = isLarge ? number / 2 : number
        let ratio = (reduced - 1) / (reduced + 1)
        let square = ratio * ratio
        var sum = 0.0
        for odd in stride(from: 25, through: 1, by: -2) { sum = sum * square + 1 / Double(odd) }
        return 2 * ratio * sum + (isLarge ? ofTwo : 0)
    }
}
