/// Numbers that look random and are the same for the same seed on every machine and in every version of this program
/// (Steele, Lea and Flood, 2014). Not for secrets.
package struct SplitMix64: Sendable {
    private var state: UInt64

    package init(seed: UInt64) { state = seed }

    package mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        return Self.mix(state)
    }

    /// From zero to one below `bound`, each equally likely; zero for a bound below two.
    package mutating func next(below bound: Int) -> Int {
        guard bound > 1 else { return 0 }
        let size = UInt64(bound)
        let rest = (UInt64.max % size &+ 1) % size
        var number = next()
        while number > UInt64.max - rest { number = next() }
        return Int(number % size)
    }

    /// Scatters one number over all 64 bits; never two to the same.
    static func mix(_ number: UInt64) -> UInt64 {
        var mixed = number
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// One number of two, which both matter, and so does their order.
    static func mix(_ one: UInt64, _ other: UInt64) -> UInt64 {
        mix((mix(one) &+ 0x9E37_79B9_7F4A_7C15) ^ other)
    }
}
