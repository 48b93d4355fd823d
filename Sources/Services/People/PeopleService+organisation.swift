package import Domain
import Foundation
import Postgres
import Store

extension PeopleService {
    /// The tree of the organisation on a day: past, present, or to come as far as teams have their dates already. For admins.
    package func organisation(on day: Day, by actor: Actor) async throws -> OrganisationTree {
        try await AccessService(house: house).require([.admin], actor, to: "see the organisation")
        let end = London.start(of: day.adding(days: 1))
        let teams = try await house.read(OrganisationOn(actor, on: day, until: end))
        return OrganisationTree(teams: teams, employers: try await house.read(EmployersCounted(actor)))
    }
}
