/// Who asks, and through which door. Rights are decided by the database from `person`; nothing here grants any.
package struct Actor: Sendable, Equatable {
    package enum Kind: Sendable, Equatable {
        /// Somebody signed in, or proven by a token.
        case person(ID<Person>)
        /// The operating-system user at the machine's own shell, for import, export, seed and check.
        case operating
        /// The program itself: the worker.
        case system
        /// Nobody: a visitor who has not signed in.
        case visitor
    }

    package let kind: Kind
    package let osUser: String?
    package let channel: Channel

    package init(_ kind: Kind, channel: Channel, osUser: String? = nil) {
        self.kind = kind
        self.channel = channel
        self.osUser = osUser
    }

    package var person: ID<Person>? {
        if case .person(let id) = kind { id } else { nil }
    }

    /// Trusted without a role: the operator and the system.
    package var isTrusted: Bool { kind == .operating || kind == .system }
}

/// The door that a request came in by.
package enum Channel: String, Sendable, CaseIterable {
    case web, api, console, shell, worker
}
