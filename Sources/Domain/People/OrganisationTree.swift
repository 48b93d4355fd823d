/// The council's services with their teams, and the employers, as they are or were on a day.
package struct OrganisationTree: Sendable, Equatable {
    package struct TeamLine: Sendable, Equatable {
        package let service: String
        package let team: String
        package let site: String?
        package let from: Day?
        package let to: Day?
        /// Members at the end of that day.
        package let people: Int

        package init(service: String, team: String, site: String?, from: Day?, to: Day?, people: Int) {
            self.service = service
            self.team = team
            self.site = site
            self.from = from
            self.to = to
            self.people = people
        }
    }

    package struct Service: Sendable, Equatable {
        /// Empty for teams without one.
        package let name: String
        package let teams: [TeamLine]
        package var people: Int { teams.reduce(0) { $0 + $1.people } }
    }

    package struct Employer: Sendable, Equatable {
        package let name: String
        package let people: Int

        package init(name: String, people: Int) {
            self.name = name
            self.people = people
        }
    }

    package let services: [Service]
    /// As things are now.
    package let employers: [Employer]

    package init(teams: [TeamLine], employers: [Employer]) {
        var order: [String] = []
        for line in teams where !order.contains(line.service) { order.append(line.service) }
        let grouped = Dictionary(grouping: teams, by: \.service)
        services = order.map { Service(name: $0, teams: grouped[$0] ?? []) }
        self.employers = employers
    }
}
