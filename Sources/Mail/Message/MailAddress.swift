/// Somebody who sends or gets mail. The address is of a shape that fits unquoted into a header and into an SMTP
/// command: no quotes, angle brackets, spaces or control characters. The name is free text, encoded when it is written.
package struct MailAddress: Sendable, Hashable {
    /// Plain ASCII, local@domain, at most 254 octets.
    package let address: String
    package let name: String?

    package init(_ address: String, name: String? = nil) throws(MailFormatError) {
        guard address.utf8.allSatisfy({ $0 < 0x80 }) else { throw .addressNotASCII }
        let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard address.utf8.count <= 254, parts.count == 2, parts[0].count <= 64,
            MailToken.isDotAtom(parts[0]), MailToken.isDomain(parts[1])
        else { throw .address }
        self.address = address
        self.name = name
    }
}
