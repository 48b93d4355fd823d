import Domain
import Store

/// Partners and families, who have no account before they nominate.
extension AccessService {
    /// Sends a code to somebody who wants to nominate in a scheme that is open. Whoever is not known becomes known when
    /// they type it, as a nominator, who reads the programme and nominates and does nothing else; for anybody else it is an ordinary
    /// sign-in.
    package func startNominating(in scheme: String, email raw: String, name: String, browser: String) async throws {
        let email = try EmailAddress(raw).text
        let name = try FreeText.line(name, "your name")
        let visitor = Actor(.visitor, channel: .web)
        guard try await AwardsService(house: house).scheme(scheme, by: visitor).isOpen else {
            throw AwardsRefusal.notOpen
        }
        let isKnown = try await house.within(nil) { work in try await !work.people([email]).isEmpty }
        try await startSignIn(email: email, browser: browser, guest: isKnown ? nil : name)
    }

    /// Makes somebody known who has proven an address; whoever came to be known by it meanwhile stays as they are.
    func know(_ name: String, at email: String, _ work: Work) async throws {
        guard try await work.people([email]).isEmpty else { return }
        _ = try await PeopleService(house: house).addPerson(
            PersonDetails(email: email, name: name, roles: [.nominator]), by: Actor(.system, channel: .web), in: work)
    }
}
