import Synchronization

/// What an installation is told about itself.
package struct ServiceSettings: Sendable {
    /// The name shown: `Centre for Professional Practice`.
    package var centre: String
    /// Where people reach it, without a trailing slash: calendars, mail and pages all say this one.
    package var baseURL: String { address.text }
    /// The domain of calendar UIDs and message ids; it never follows the host, so that moving the site duplicates nothing.
    package var uidDomain: String
    package var mailFrom: String
    /// Whether the released programme is open to all.
    package var isPublic: Bool
    private let address: Address

    package init(centre: String, baseURL: String, uidDomain: String, mailFrom: String, isPublic: Bool) {
        self.centre = centre
        self.uidDomain = uidDomain
        self.mailFrom = mailFrom
        self.isPublic = isPublic
        address = Address(baseURL)
    }

    /// A server without a base address of its own is where it listens, and knows that only once it does: it may have been
    /// given a free port. Every copy of these settings hears of it.
    package func listens(at baseURL: String) { address.become(baseURL) }

    private final class Address: Sendable {
        private let current: Mutex<String>

        init(_ text: String) { current = Mutex(text) }

        var text: String { current.withLock { $0 } }

        func become(_ text: String) { current.withLock { $0 = text } }
    }
}
