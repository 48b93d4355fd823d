/// Why a message did not go, in a sentence that is safe to print and to store: it holds no password and no body.
package struct MailError: Error, Sendable, Equatable, CustomStringConvertible {
    package enum Kind: Sendable, Equatable {
        /// The server refused this message or this recipient for good (5xx): sending it again is of no use.
        case permanent
        /// Anything else: the server is away or busy, the sign-in fails, the disk is full. Worth trying later.
        case temporary
    }

    package var kind: Kind
    /// The server's last reply code, if it came to one.
    package var code: Int?
    package var description: String

    package init(_ kind: Kind, code: Int? = nil, _ description: String) {
        self.kind = kind
        self.code = code
        self.description = description
    }

    package var isPermanent: Bool { kind == .permanent }
}
