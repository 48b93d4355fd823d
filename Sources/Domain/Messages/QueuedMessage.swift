package import Foundation

/// A message that is owed, was sent, failed, or is no longer right, as those see it who answer for the mail.
package struct QueuedMessage: Sendable, Equatable {
    package enum State: String, CaseIterable, Sendable {
        case owed, sent, failed, dropped
    }

    package let id: Int
    package let name: String?
    package let email: String?
    package let template: String
    package let state: State
    package let createdAt: Date
    package let notBefore: Date
    package let sentAt: Date?
    package let attempts: Int
    package let lastError: String?
    /// What the reader got, where it is kept.
    package let subject: String?
    package let text: String?
    /// Whether it failed and can still be sent.
    package let canRetry: Bool

    package init(
        id: Int, name: String?, email: String?, template: String, state: State, createdAt: Date, notBefore: Date,
        sentAt: Date?, attempts: Int, lastError: String?, subject: String?, text: String?, canRetry: Bool
    ) {
        self.id = id
        self.name = name
        self.email = email
        self.template = template
        self.state = state
        self.createdAt = createdAt
        self.notBefore = notBefore
        self.sentAt = sentAt
        self.attempts = attempts
        self.lastError = lastError
        self.subject = subject
        self.text = text
        self.canRetry = canRetry
    }
}

/// How the mail stands.
package struct MailStanding: Sendable, Equatable {
    package let owed: Int
    /// Owed for more than ten minutes after it was due.
    package let late: Int
    package let failed: Int

    package init(owed: Int, late: Int, failed: Int) {
        self.owed = owed
        self.late = late
        self.failed = failed
    }
}
