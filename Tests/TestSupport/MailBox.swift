package import Mail
import Synchronization

/// A post that keeps every message, and fails on request.
package final class MailBox: MailTransport, Sendable {
    private struct State {
        var messages: [MailMessage] = []
        var failures: [MailError] = []
    }

    private let state = Mutex(State())

    package init() {}

    package var messages: [MailMessage] { state.withLock { $0.messages } }

    /// The next messages fail like this, one failure each.
    package func fail(with errors: [MailError]) {
        state.withLock { $0.failures += errors }
    }

    package func send(_ message: MailMessage) async throws(MailError) {
        let failure: MailError? = state.withLock { state in
            if state.failures.isEmpty {
                state.messages.append(message)
                return nil
            }
            return state.failures.removeFirst()
        }
        if let failure { throw failure }
    }
}
