/// Where a reader's program can unsubscribe (RFC 2369), with one click if the address takes a POST (RFC 8058).
package struct MailUnsubscribe: Sendable, Hashable {
    package let url: String
    package let isOneClick: Bool

    /// - Parameter isOneClick: only an https address can be; ignored for mailto.
    package init(_ url: String, isOneClick: Bool = false) throws(MailFormatError) {
        let lower = url.lowercased()
        let isWeb = lower.hasPrefix("https://")
        guard isWeb || lower.hasPrefix("mailto:"), url.utf8.count <= 900,
            url.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"<>\"\\,".utf8.contains($0) })
        else { throw .unsubscribeAddress }
        self.url = url
        self.isOneClick = isWeb && isOneClick
    }
}
