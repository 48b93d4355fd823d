/// Why something may not stand in a message. The sentence names what is wrong, never more of the text than that.
package enum MailFormatError: Error, Sendable, Equatable, CustomStringConvertible {
    case address
    case addressNotASCII
    case messageID
    case unsubscribeAddress
    case calendarWithoutMethod

    package var description: String {
        switch self {
        case .address: "This is not an e-mail address that can be written to."
        case .addressNotASCII: "Mail cannot be sent to an address with letters outside English ones."
        case .messageID: "A message id has the form local@domain, in plain letters, digits and a few signs."
        case .unsubscribeAddress: "An address to unsubscribe at is an https: or mailto: URL."
        case .calendarWithoutMethod: "A calendar part needs exactly one METHOD line."
        }
    }
}
