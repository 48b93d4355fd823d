package import Foundation

/// What is known of one person when it is asked how they stand to sessions.
package struct OwnTimes: Sendable, Equatable {
    /// A place that the person has, confirmed or offered, or a session that the person leads.
    package struct Entry: Sendable, Equatable {
        package let session: ID<Session>
        package let reference: String
        /// Nil when it does not take place any more, or not in the newest release.
        package let during: Range<Date>?
        package let isConfirmed: Bool
        package let leads: Bool

        package init(
            session: ID<Session>, reference: String, during: Range<Date>?, isConfirmed: Bool, leads: Bool
        ) {
            self.session = session
            self.reference = reference
            self.during = during
            self.isConfirmed = isConfirmed
            self.leads = leads
        }
    }

    package let roles: Set<String>
    package let team: String?
    package let service: String?
    package let employer: String?
    package var entries: [Entry]

    package init(roles: Set<String>, team: String?, service: String?, employer: String?, entries: [Entry] = []) {
        self.roles = roles
        self.team = team
        self.service = service
        self.employer = employer
        self.entries = entries
    }

    /// Whether the person is a councillor, or here to nominate, and nothing else: they read the programme and book only what is for
    /// councillors by name.
    package var onlyReads: Bool {
        !roles.isEmpty && roles.allSatisfy { [Role.councillor.rawValue, Role.nominator.rawValue].contains($0) }
    }

    /// Whether one of the rules that widen is met; without any, everybody is admitted but those who only read.
    package func isAdmitted(by rules: [Audience.Rule]) -> Bool {
        var widens = false
        for rule in rules {
            switch rule {
            case .after: continue
            case .role(let role): if roles.contains(role.rawValue) { return true }
            case .service(let name): if name == service { return true }
            case .team(let name): if name == team { return true }
            case .employer(let name): if name == employer { return true }
            }
            widens = true
        }
        return !widens && !onlyReads
    }

    /// The references of what the person has, or leads, at the time of a session, that session apart.
    package func clashes(with session: ID<Session>, during: Range<Date>) -> [String] {
        let found = entries.filter { entry in
            entry.session != session && (entry.during.map { !$0.isEmpty && $0.overlaps(during) } ?? false)
        }
        return Set(found.map(\.reference)).sorted()
    }

    package func isConfirmed(in session: ID<Session>) -> Bool {
        entries.contains { $0.session == session && $0.isConfirmed }
    }

    package func leads(_ session: ID<Session>) -> Bool {
        entries.contains { $0.session == session && $0.leads }
    }
}
