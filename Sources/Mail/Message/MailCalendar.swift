/// An iCalendar object as a part of a message (RFC 6047). The method of the part is read from the object, so that the
/// two are always equal (rule 6.7).
package struct MailCalendar: Sendable, Hashable {
    package let method: String
    /// The object's bytes, sent as they are.
    package let content: [UInt8]

    package init(_ content: [UInt8]) throws(MailFormatError) {
        let lines = content.split { $0 == 0x0D || $0 == 0x0A }
        let prefix = Array("METHOD:".utf8)
        let methods = lines.filter { line in
            line.count > prefix.count && zip(line, prefix).allSatisfy { ($0 & 0xDF) == ($1 & 0xDF) }
        }
        guard methods.count == 1, let line = methods.first else { throw .calendarWithoutMethod }
        let value = line.dropFirst(prefix.count)
        guard value.count <= 40, value.allSatisfy({ MailToken.isAlphanumeric($0) || $0 == UInt8(ascii: "-") })
        else { throw .calendarWithoutMethod }
        method = String(decoding: value, as: UTF8.self).uppercased()
        self.content = content
    }
}
