import Foundation

/// Hands messages to a mail server through libcurl, one after the other on a thread that is its own to block. The
/// connection stays open for the next message for a short while.
package actor SMTPTransport: MailTransport {
    private let executor = QueueExecutor(label: "smtp")
    private let server: SMTPServer
    private var session: CurlSession?

    package nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    package init(_ server: SMTPServer) {
        self.server = server
    }

    package func send(_ message: MailMessage) throws(MailError) {
        try open().send(message, to: server)
    }

    private func open() throws(MailError) -> CurlSession {
        if let session { return session }
        let opened = try CurlSession()
        session = opened
        return opened
    }

    /// Saying goodbye to the server may block, so that happens on our own thread, too.
    isolated deinit {
        session = nil
    }
}
