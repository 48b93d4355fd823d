/// One invited person (rule 6.4).
package struct CalendarAttendee: Hashable, Sendable {
    /// A `mailto:` URI (rule 6.3).
    package var address: String
    package var name: String?
    /// CUTYPE, such as INDIVIDUAL or ROOM.
    package var kind: String?
    /// ROLE, such as REQ-PARTICIPANT.
    package var role: String?
    /// PARTSTAT.
    package var answer: CalendarAnswer?
    /// RSVP: whether a reply is asked for.
    package var wantsReply: Bool?
    /// Unknown parameters, as read.
    package var extras: [CalendarParameter] = []

    /// An address with a scheme, taken as it is, and nothing said besides.
    package init(address: String) {
        self.address = address
    }

    /// A person who is expected; whose place is already certain is `.accepted` and is asked for no reply (rule 6.4).
    package init(email: String, name: String?, answer: CalendarAnswer) {
        address = MailtoAddress.uri(email)
        self.name = name
        kind = "INDIVIDUAL"
        role = "REQ-PARTICIPANT"
        self.answer = answer
        wantsReply = answer == .needsAction
    }
}
