/// Where something of a scheme is: `SCHEME/CATEGORY`, `SCHEME/PANEL` or, for a candidate, `SCHEME/CATEGORY/CODE`.
package struct AwardPath: Sendable, Hashable {
    package let scheme: String
    package let part: String
    package let code: String?

    package init(scheme: String, part: String, code: String? = nil) {
        self.scheme = scheme
        self.part = part
        self.code = code
    }

    /// Two parts, such as a category.
    package init(pair typed: String, _ what: String) throws(AwardsRefusal) {
        let parts = typed.lowercased().split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else {
            throw .pathMalformed(String(typed.prefix(120)), what)
        }
        self.init(scheme: parts[0], part: parts[1])
    }

    /// Three parts: a candidate.
    package init(candidate typed: String) throws(AwardsRefusal) {
        let parts = typed.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, parts.allSatisfy({ !$0.isEmpty }) else {
            throw .pathMalformed(String(typed.prefix(120)), "SCHEME/CATEGORY/CODE")
        }
        self.init(scheme: parts[0].lowercased(), part: parts[1].lowercased(), code: parts[2].uppercased())
    }

    package var text: String { code.map { "\(scheme)/\(part)/\($0)" } ?? "\(scheme)/\(part)" }
}

/// Short random codes of things whose names must not show. No vowels, so that no word comes out, and nothing that is
/// read for something else.
package enum AwardCode {
    static let alphabet = Array("23456789BCDFGHJKLMNPQRSTVWXZ")

    /// One character for each byte, each of them as likely as any other for bytes below 252.
    package static func text(_ bytes: [UInt8], length: Int) -> String {
        String(bytes.filter { Int($0) < 252 }.prefix(length).map { alphabet[Int($0) % alphabet.count] })
    }
}
