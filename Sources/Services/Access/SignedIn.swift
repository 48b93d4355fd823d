package import Domain

/// A person whom a secret has proven, with the roles of this moment.
package struct SignedIn: Sendable, Equatable {
    package let id: ID<Person>
    package let email: String
    package let name: String
    package let roles: [Role]
    /// Whether they sit on a panel, which is a relation and no role.
    package let judges: Bool
    /// Whether some scheme takes nominations.
    package let canNominate: Bool
    /// How many worries nobody has read yet, for those who protect young people; none for others.
    package let worries: Int
    /// Whether they are a young judge with a card, who has the pages of judging and no others.
    package let judgesByCard: Bool

    package init(
        id: ID<Person>, email: String, name: String, roles: [Role], judges: Bool = false, canNominate: Bool = false,
        worries: Int = 0, judgesByCard: Bool = false
    ) {
        self.id = id
        self.email = email
        self.name = name
        self.roles = roles
        self.judges = judges
        self.canNominate = canNominate
        self.worries = worries
        self.judgesByCard = judgesByCard
    }

    package func actor(_ channel: Channel, osUser: String? = nil) -> Actor {
        Actor(.person(id), channel: channel, osUser: osUser)
    }

    /// Whether they became known because they nominate, and are nothing else here.
    package var onlyNominates: Bool { !roles.isEmpty && roles.allSatisfy { $0 == .nominator } }

    package var administers: Bool { roles.contains(.admin) }

    package var schedules: Bool { roles.contains(.staff) || roles.contains(.admin) }

    /// Whether there is something about awards for them: to run, to judge or to nominate for.
    package var hasAwards: Bool { schedules || judges || canNominate }
}
