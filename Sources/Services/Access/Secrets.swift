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

    /// Compares without telling by time where the difference is.
    static func equal(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
