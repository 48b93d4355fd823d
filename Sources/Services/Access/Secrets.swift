import Crypto
import Foundation

/// Secrets leave the house once and are kept as SHA-256.
enum Secrets {
    static func hash(_ secret: String) -> [UInt8] {
        Array(SHA256.hash(data: Data(secret.utf8)))
    }

    /// A six-digit code is bound to its address and browser, so that its hash says nothing on its own.
    static func codeHash(_ code: String, email: String, browser: [UInt8]) -> [UInt8] {
        Array(HMAC<SHA256>.authenticationCode(for: Data("\(email) \(code)".utf8), using: SymmetricKey(data: browser)))
    }

    /// Base64 as it may stand in an address, a cookie or a form, without padding (RFC 4648, section 5).
    static func urlSafe(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        var kept = 0
        var bits = 0
        for byte in bytes {
            kept = (kept & 0xFF) << 8 | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                text.append(digit(kept >> bits & 0x3F))
            }
        }
        if bits > 0 { text.append(digit(kept << (6 - bits) & 0x3F)) }
        return String(decoding: text, as: UTF8.self)
    }

    private static func digit(_ value: Int) -> UInt8 {
        let value = UInt8(truncatingIfNeeded: value)
        return switch value {
        case 0..<26: UInt8(ascii: "A") &+ value
        case 26..<52: UInt8(ascii: "a") &+ (value &- 26)
        case 52..<62: UInt8(ascii: "0") &+ (value &- 52)
        case 62: UInt8(ascii: "-")
        default: UInt8(ascii: "_")
        }
    }

    /// Compares without telling by time where the difference is.
    static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
