package import Foundation

/// One message to one person, complete: the same value makes the same bytes wherever and whenever it is sent.
package struct MailMessage: Sendable, Hashable {
    /// The value of Auto-Submitted (RFC 3834), which keeps out-of-office programs from answering.
    package enum Origin: String, Sendable {
        case generated = "auto-generated"
        case replied = "auto-replied"
    }

    package var id: MailMessageID
    package var date: Date
    package var from: MailAddress
    package var to: MailAddress
    package var replyTo: MailAddress?
    /// One line; line breaks and control characters become spaces.
    package var subject: String
    /// Nil for what a person wrote.
    package var origin: Origin?
    package var unsubscribe: MailUnsubscribe?
    package var text: String
    package var html: String?
    package var calendar: MailCalendar?
    package var attachments: [MailAttachment]

    package init(
        id: MailMessageID, date: Date, from: MailAddress, to: MailAddress, replyTo: MailAddress? = nil, subject: String,
        origin: Origin? = .generated, unsubscribe: MailUnsubscribe? = nil, text: String, html: String? = nil,
        calendar: MailCalendar? = nil, attachments: [MailAttachment] = []
    ) {
        self.id = id
        self.date = date
        self.from = from
        self.to = to
        self.replyTo = replyTo
        self.subject = subject
        self.origin = origin
        self.unsubscribe = unsubscribe
        self.text = text
        self.html = html
        self.calendar = calendar
        self.attachments = attachments
    }
}
