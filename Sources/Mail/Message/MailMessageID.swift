/// The name of a message for life: the same when it is sent again, so that readers can drop a duplicate.
package struct MailMessageID: Sendable, Hashable {
    /// Without the angle brackets: local@domain.
    package let value: String

    package init(_ value: String) throws(MailFormatError) {
        let parts = value.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard value.utf8.count <= 200, parts.count == 2, MailToken.isDotAtom(parts[0]), MailToken.isDomain(parts[1])
        else { throw .messageID }
        self.value = value
    }

    /// Sixteen hexadecimal digits that depend on nothing but the id (FNV-1a); for boundaries, not for secrets.
    var digest: String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in value.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: max(0, 16 - digits.count)) + digits
    }
}
