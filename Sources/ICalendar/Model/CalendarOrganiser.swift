/// Whose event it is. The address is a `mailto:` URI (rule 6.3).
package struct CalendarOrganiser: Hashable, Sendable {
    package var address: String
    package var name: String?
    /// Unknown parameters, as read.
    package var extras: [CalendarParameter] = []

    /// An address with a scheme, taken as it is.
    package init(address: String, name: String? = nil) {
        self.address = address
        self.name = name
    }

    package init(email: String, name: String? = nil) {
        self.init(address: MailtoAddress.uri(email), name: name)
    }
}
