/// FNV-1a with 128 bits: tells two files apart by chance alone, not against somebody who wants them to look the same.
package enum Fingerprint {
    private static let basis = UInt128(0x6C62_272E_07BB_0142) << 64 | UInt128(0x62B8_2175_6295_C58D)
    private static let prime = UInt128(1) << 88 | UInt128(0x13B)

    package static func of(_ bytes: [UInt8]) -> UInt128 {
        bytes.reduce(basis) { ($0 ^ UInt128($1)) &* prime }
    }

    /// 32 lower-case hexadecimal digits.
    package static func hex(of bytes: [UInt8]) -> String {
        let digits = String(of(bytes), radix: 16)
        return String(repeating: "0", count: max(0, 32 - digits.utf8.count)) + digits
    }
}
