/// Who a session is for, with what there is to know about the sessions that come before it.
package struct SessionAudience: Sendable, Equatable {
    /// A session that has to come first.
    package struct Earlier: Sendable, Equatable {
        package let session: ID<Session>
        package let reference: String
        /// Whether having been confirmed in it is enough: it takes place, and ends before this one begins.
        package let counts: Bool

        package init(session: ID<Session>, reference: String, counts: Bool) {
            self.session = session
            self.reference = reference
            self.counts = counts
        }
    }

    package var rules: [Audience.Rule]
    package var earlier: [Earlier]

    package static let everyone = SessionAudience(rules: [], earlier: [])

    package init(rules: [Audience.Rule], earlier: [Earlier]) {
        self.rules = rules
        self.earlier = earlier
    }

    package var notation: String { Audience.print(rules) }

    /// The reference of what the person still has to do first.
    package func first(for own: OwnTimes) -> String? {
        earlier.filter { !($0.counts && own.isConfirmed(in: $0.session)) }.map(\.reference).min()
    }
}
