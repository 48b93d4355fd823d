package import Domain
package import Foundation

/// What a message is about, read at the moment of sending.
package enum Letter: Sendable {
    case signInCode(code: String)
    /// That something waits here, without what it is.
    case notice(MessageTemplate)
    /// To a guest of a ceremony.
    ///
    /// - Parameter address: the secret address at which they answer.
    case guest(MessageTemplate, Invitation, address: String)
    /// To somebody who leaves.
    ///
    /// - Parameter address: the secret address at which their record opens.
    case leaverRecord(address: String, until: Date)
    case booking(MessageTemplate, Booking, endsAt: Date?, place: String?, joiningLink: String?, cancelReason: String?)
}

/// A message as words.
package struct RenderedLetter: Sendable, Equatable {
    package let subject: String
    package let text: String
    /// The text as it may be kept, without a secret that it carried.
    package let kept: String

    package init(subject: String, text: String, kept: String? = nil) {
        self.subject = subject
        self.text = text
        self.kept = kept ?? text
    }
}

/// Turns a letter into words. Declared here, where the worker needs it; implemented by Exchange.
package protocol MessageRenderer: Sendable {
    func render(_ letter: Letter, to name: String, settings: ServiceSettings) -> RenderedLetter
}
