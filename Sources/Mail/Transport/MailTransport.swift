/// A way for messages to leave the house.
package protocol MailTransport: Sendable {
    /// Returns once the message is in other hands; an error that is temporary may mean that it is, too.
    func send(_ message: MailMessage) async throws(MailError)
}
