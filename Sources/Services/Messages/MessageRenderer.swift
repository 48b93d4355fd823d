package import Domain
package import Foundation

/// What a message is about, read at the moment of sending.
package enum Letter: Sendable {
    case signInCode(code: String)
    /// That something waits here, without what it is.
    case notice(MessageTemplate)
    case booking(MessageTemplate, Booking, endsAt: Date?, place: String?, joiningLink: String?, cancelReason: String?)
}

/// A message as words.
package struct RenderedLetter: Sendable, Equatable {
    package let subject: String
    package let text: String

    package init(subject: String, text: String) {
        self.subject = subject
        self.text = text
    }
}

/// Turns a letter into words. Declared here, where the worker needs it; implemented by Exchange.
package protocol MessageRenderer: Sendable {
    func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter
}
